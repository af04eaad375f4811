/** Why an officer looks at a name and a phone. Each look is recorded with it, and the person reads it. 〔个人信息保护法 §6、§44〕 */
export const revealReasons = ['offer', 'training', 'visit', 'check'] as const;
export type RevealReason = (typeof revealReasons)[number];
export const revealReasonWords: Record<RevealReason, string> = {
  offer: '介绍岗位',
  training: '通知培训',
  visit: '上门走访',
  check: '核对登记',
};

/** What two records of one person may say differently, so that a human chooses. */
export const mergedFields = ['name', 'phone', 'home', 'wish'] as const;
export type MergedField = (typeof mergedFields)[number];

/** Why two records may be one person, strongest first. */
export const likenesses = ['same_id', 'same_phone', 'same_name', 'alike_name'] as const;
export type Likeness = (typeof likenesses)[number];
export const likenessWords: Record<Likeness, string> = {
  same_id: '身份证号一样',
  same_phone: '手机号一样',
  same_name: '同乡镇同名',
  alike_name: '同村名字像',
};
