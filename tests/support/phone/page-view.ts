import { attributeOf, type Found, hears, isText, linesOf, nodesOf, type Templates, type TreeNode, wordsOf } from './node-tree.ts';
import type { RunningPage } from './page-stack.ts';

/** The page in front, seen and touched as far as its templates let a person. */
export interface PageView {
  readonly route: string;
  readonly query: Record<string, string>;
  readonly data: RunningPage['data'];
  /** All words, a line for each block. */
  text(): string;
  has(words: string): boolean;
  /** The innermost node with these words. */
  find(words: string): TreeNode | undefined;
  /** What can be tapped, by its words or its spoken label. */
  taps(): string[];
  isOff(words: string): boolean;
  tap(words: string): Promise<void>;
  type(label: string, value: string): Promise<void>;
  /** Turns the wheel of a picker under this label to a value: an index, a day, a time. */
  pick(label: string, value: string | number): Promise<void>;
}

interface Touch {
  templates: Templates;
  settled: () => Promise<void>;
  /** What WeChat answers to a button that asks for the phone number. */
  phoneCode: () => Promise<Record<string, unknown>>;
}

export function viewPage(page: RunningPage, { templates, settled, phoneCode }: Touch): PageView {
  const attribute = (node: TreeNode, name: string): unknown => attributeOf(templates, node, name);
  const every = (): Found[] => [...nodesOf(page.data.root)];
  const spoken = (node: TreeNode): string => String(attribute(node, 'aria-label') ?? '');

  function fire({ node, above }: Found, type: string, detail: Record<string, unknown> = {}, bubbles = true): void {
    const target = { id: node.uid ?? node.sid, dataset: { sid: node.sid }, offsetLeft: 0, offsetTop: 0 };
    for (const at of bubbles ? [node, ...above] : [node]) {
      if (!hears(templates, at, type)) continue;
      const currentTarget = { id: at.uid ?? at.sid, dataset: { sid: at.sid } };
      (page['eh'] as (event: unknown) => void)({ type, timeStamp: 0, target, currentTarget, detail, mark: {}, touches: [], changedTouches: [] });
    }
  }

  /** Innermost elements that hear a tap, with the words one knows them by. */
  function tappable(): { found: Found; words: string; label: string }[] {
    return every()
      .filter(({ node }) => !isText(node) && hears(templates, node, 'tap') && attribute(node, 'aria-hidden') !== true)
      .map((found) => ({ found, words: wordsOf(found.node), label: spoken(found.node) }));
  }

  function target(words: string): Found {
    const all = tappable();
    const exact = all.filter((one) => one.words === words || one.label === words);
    const near = all.filter((one) => one.words.includes(words)).sort((a, b) => a.words.length - b.words.length);
    const hit = exact.at(-1) ?? near[0];
    if (!hit) throw new Error(`Nothing to tap says ${words}. The page says:\n${linesOf(page.data.root)}`);
    return hit.found;
  }

  const labelled = (tag: string, label: string): Found => {
    const fields = every().filter(({ node }) => templates.get(node.nn)?.tag === tag);
    const hit = fields.find(({ node }) => [spoken(node), attribute(node, 'placeholder')].includes(label));
    if (!hit) throw new Error(`No ${tag} is labelled ${label}. The page says:\n${linesOf(page.data.root)}`);
    return hit;
  };

  /** A picker has no label of its own: it lies in the frame that begins with it. */
  const pickerUnder = (label: string): Found => {
    const pickers = every().filter(({ node }) => templates.get(node.nn)?.tag === 'picker');
    const hit = pickers.find(({ above }) => wordsOf(above[0]).startsWith(label));
    if (!hit) throw new Error(`No picker under ${label}`);
    return hit;
  };

  const isDisabled = (node: TreeNode): boolean => attribute(node, 'disabled') === true;

  return {
    route: page.route,
    query: page.options,
    data: page.data,
    text: () => linesOf(page.data.root),
    has: (words) => wordsOf(page.data.root).includes(words),
    find: (words) => every().findLast(({ node }) => wordsOf(node).includes(words))?.node,
    taps: () => tappable().map(({ words, label }) => words || label),
    isOff: (words) => isDisabled(target(words).node),
    async tap(words) {
      const found = target(words);
      if (isDisabled(found.node)) throw new Error(`${wordsOf(found.node)} takes no tap now`);
      fire(found, 'tap');
      if (attribute(found.node, 'open-type') === 'getPhoneNumber') fire(found, 'getphonenumber', await phoneCode(), false);
      if (attribute(found.node, 'open-type') === 'agreePrivacyAuthorization') fire(found, 'agreeprivacyauthorization', {}, false);
      await settled();
    },
    async type(label, value) {
      const tag = every().some(({ node }) => templates.get(node.nn)?.tag === 'textarea' && spoken(node) === label) ? 'textarea' : 'input';
      const found = labelled(tag, label);
      fire(found, 'focus', { value: '' }, false);
      fire(found, 'input', { value, cursor: value.length }, false);
      fire(found, 'blur', { value }, false);
      await settled();
    },
    async pick(label, value) {
      fire(pickerUnder(label), 'change', { value }, false);
      await settled();
    },
  };
}
