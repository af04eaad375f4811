import { fiveInsurances, type Insurance, insurances, insuranceWords, jobKinds, jobKindWords } from '@shanhai/shared/rules/job-terms.ts';
import type { WagePeriod } from '@shanhai/shared/rules/jobs.ts';
import type { OpeningField } from './opening-columns.ts';
import type { RowReader, Understood } from './table.ts';
import { money, oneOf, plain, whole, words } from './values.ts';

type Reader = RowReader<OpeningField>;

const periods = [
  ['month', '月', '月薪', '按月', '元/月', '固定工资'],
  ['day', '天', '日', '日薪', '日结', '按天', '按日', '元/天', '元/日'],
  ['hour', '小时', '时薪', '按小时', '计时', '元/小时'],
  ['piece', '计件', '件', '按件', '计件工资'],
] as const;
const kinds = jobKinds.map(
  (kind) => [kind, jobKindWords[kind], ...(kind === 'full_time' ? ['全日制', '长期', '长期工'] : kind === 'gig' ? ['临时', '临时工', '兼职'] : [])] as const,
);
const numberWords = (least: number, most: number, example: number) => (text: string) =>
  whole(least, most, example)(plain(text).replace(/[,，\s件条个斤双]/g, ''));

/** Piece wages are told by their unit, what one of it pays, and how many one usually makes in a month. */
function pieceOf({ take, textOf }: Reader) {
  if (!textOf('pieceRate')) return {};
  const unit = take('pieceUnit', words(6), '') || '件';
  return { piece: { unit, rateFen: take('pieceRate', money(true), 0), pieces: take('pieces', numberWords(0, 999_999, 3000), 0) } };
}

export const payOf = (reader: Reader) => {
  const { take } = reader;
  const wagePeriod = take('wagePeriod', oneOf<WagePeriod>(periods, 'month'), 'month');
  return {
    wagePeriod,
    // what is sure in a month may be nothing where the rest is paid by the piece
    baseWageFen: take('baseWage', money(wagePeriod !== 'piece'), 0),
    overtimeFen: take('overtime', money(), 0),
    allowanceFen: take('allowance', money(), 0),
    deductionFen: take('deduction', money(), 0),
    payDay: take('payDay', whole(1, 31, 15), 15),
    ...pieceOf(reader),
  };
};

const listed = (text: string): string[] =>
  plain(text)
    .split(/[、,;；/+\s]+/)
    .filter((word) => word && !/^(无|没有|不限)$/.test(word));

/** 五险 or one by one; housing funds and the like are benefits and stay words. */
function insurancesOf(text: string): Understood<Insurance[]> {
  const named = listed(text).flatMap((word): readonly Insurance[] => {
    if (/五险|六险|社保|社会保险/.test(word)) return fiveInsurances;
    return insurances.filter((one) => word.includes(insuranceWords[one]) || (one === 'accident' && /意外|雇主责任/.test(word)));
  });
  const found = insurances.filter((one) => named.includes(one));
  return found.length || listed(text).length === 0 ? { value: found } : { problem: '写缴哪几样，比如 五险，或 工伤、医疗' };
}

function certificatesOf(text: string): Understood<string[]> {
  const found = listed(text);
  return found.length > 6 || found.some((one) => one.length > 20) ? { problem: '最多 6 个证书，每个最多 20 字' } : { value: found };
}

export function termsOf({ take, textOf }: Reader) {
  const paid = textOf('insurances') ? take('insurances', insurancesOf, [] as Insurance[]) : [];
  return {
    kind: take('kind', oneOf(kinds, 'full_time'), 'full_time'),
    workTown: take('workTown', words(20), ''),
    promotion: take('promotion', words(80), ''),
    certificates: take('certificates', certificatesOf, [] as string[]),
    ...(paid.length ? { insurances: paid } : {}),
  };
}
