/** Whom the papers count and help; sensitive: never shown to an employer. 〔个人信息保护法 §28；S1–S4：脱贫劳动力（含监测对象）、农村劳动力、就业困难人员…〕 */
export const categories = ['lifted_out', 'rural', 'registered_unemployed', 'hard_to_place', 'graduate', 'veteran', 'disabled'] as const;
export type Category = (typeof categories)[number];
export const categoryWords: Record<Category, string> = {
  lifted_out: '脱贫劳动力（含监测对象）',
  rural: '农村劳动力',
  registered_unemployed: '失业登记人员',
  hard_to_place: '就业困难人员',
  graduate: '高校毕业生',
  veteran: '退役军人',
  disabled: '残疾人',
};
