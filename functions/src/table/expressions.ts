type Item = Record<string, unknown>;

export interface QueryWords {
  pk: string;
  /** Beginning of the sort key. */
  prefix?: string;
  /** Sort keys from here on, both ends included. */
  between?: [string, string];
  index?: 'gsi1' | 'gsi2';
  newestFirst?: boolean;
  /** Sees every write that was answered before; not to be had from an index. */
  strongly?: boolean;
  limit?: number;
  cursor?: string | undefined;
}

/** What a change does to one item: attribute → value; `add` counts up numbers; nothing is written unless `condition` holds. */
export interface Change {
  set?: Item;
  remove?: string[];
  add?: Record<string, number>;
  condition?: string;
  names?: Record<string, string>;
  values?: Item;
}

/** A change in the words of the table. */
export function updateOf({ set = {}, remove = [], add = {}, condition, names = {}, values = {} }: Change) {
  const n: Record<string, string> = { ...names };
  const v: Item = { ...values };
  const clause = (word: string, parts: string[]): string[] => (parts.length ? [`${word} ${parts.join(', ')}`] : []);
  const sets = Object.entries(set)
    .filter(([, value]) => value !== undefined)
    .map(([attribute, value], i) => {
      n[`#s${i}`] = attribute;
      v[`:s${i}`] = value;
      return `#s${i} = :s${i}`;
    });
  const removes = remove.map((attribute, i) => {
    n[`#r${i}`] = attribute;
    return `#r${i}`;
  });
  const adds = Object.entries(add).map(([attribute, value], i) => {
    n[`#a${i}`] = attribute;
    v[`:a${i}`] = value;
    return `#a${i} :a${i}`;
  });
  return {
    UpdateExpression: [...clause('SET', sets), ...clause('REMOVE', removes), ...clause('ADD', adds)].join(' '),
    ...(condition ? { ConditionExpression: condition } : {}),
    ...(Object.keys(n).length ? { ExpressionAttributeNames: n } : {}),
    ...(Object.keys(v).length ? { ExpressionAttributeValues: v } : {}),
  };
}

/** How the range of a query is said: by the beginning of the sort key, by both ends, or not at all. */
function rangeOf({ prefix, between }: QueryWords): { words: string; values: Item } {
  if (prefix) return { words: ' AND begins_with(#sk, :from)', values: { ':from': prefix } };
  if (between) return { words: ' AND #sk BETWEEN :from AND :to', values: { ':from': between[0], ':to': between[1] } };
  return { words: '', values: {} };
}

/** Which items a query asks for. */
export function conditionOf(q: QueryWords) {
  const [pk, sk] = q.index ? [`${q.index}pk`, `${q.index}sk`] : ['pk', 'sk'];
  const { words, values } = rangeOf(q);
  return {
    KeyConditionExpression: `#pk = :pk${words}`,
    ExpressionAttributeNames: { '#pk': pk, ...(words ? { '#sk': sk } : {}) },
    ExpressionAttributeValues: { ':pk': q.pk, ...values },
  };
}
