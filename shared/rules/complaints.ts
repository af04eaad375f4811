/** What can be wrong with a post. 〔人力资源市场暂行条例 §29；就业促进法 §41；劳动合同法 §9〕 */
export const complaintReasons = ['deposit', 'id_held', 'discrimination', 'untrue', 'unpaid', 'other'] as const;
export type ComplaintReason = (typeof complaintReasons)[number];
export const complaintReasonWords: Record<ComplaintReason, string> = {
  deposit: '收押金、收费',
  id_held: '扣身份证',
  discrimination: '歧视',
  untrue: '和说的不一样',
  unpaid: '拖欠工资',
  other: '别的',
};

/** What an officer finds. */
export const complaintOutcomes = ['unfounded', 'correct', 'taken_down'] as const;
export type ComplaintOutcome = (typeof complaintOutcomes)[number];
/** Said to whoever reported it. */
export const complaintOutcomeWords: Record<ComplaintOutcome, string> = {
  unfounded: '查了，没发现问题',
  correct: '查到了问题，岗位停着，改好才能再发',
  taken_down: '查实了，岗位已经撤下',
};

/**
 * Within so many working days it is decided. @NOTE 人力资源市场暂行条例 §29 asks for a complaint procedure without naming days;
 * five working days is what labour inspection has for taking up a report.
 */
export const complaintDays = 5;
