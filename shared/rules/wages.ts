export interface MinimumWage {
  /** First digits of the region codes it holds for. */
  region: string;
  name: string;
  /** China day from which it holds. */
  fromOn: string;
  monthFen: number;
  hourFen: number;
  source: string;
}

/** Effective-dated; a later standard is one more row. 〔上海：沪人社规〔2025〕最低工资，2025-07-01 起；此前 2,690 元 24 元〕 */
export const minimumWages: MinimumWage[] = [
  { region: '31', name: '上海', fromOn: '2023-07-01', monthFen: 269_000, hourFen: 2_400, source: '上海市最低工资标准（2023年7月1日起）' },
  { region: '31', name: '上海', fromOn: '2025-07-01', monthFen: 274_000, hourFen: 2_500, source: '上海市最低工资标准（2025年7月1日起）' },
];

/** The minimum wage that holds at a work place on a China day; undefined where no standard is on file. */
export function minimumWageAt(regionCode: string, day: string): MinimumWage | undefined {
  return minimumWages.filter((w) => regionCode.startsWith(w.region) && w.fromOn <= day).sort((a, b) => (a.fromOn < b.fromOn ? 1 : -1))[0];
}
