/** Why an officer looks at a name and a phone. Each look is recorded with it, and the person reads it. 〔个人信息保护法 §6、§44〕 */
export const revealReasons = ['offer', 'training', 'visit', 'check'] as const;
export type RevealReason = (typeof revealReasons)[number];
export const revealReasonWords: Record<RevealReason, string> = {
  offer: '介绍岗位',
  training: '通知培训',
  visit: '上门走访',
  check: '核对登记',
};

/** Why an officer looks at a whole resident id: only where a law or an office asks for it. 〔个人信息保护法 §6、§28〕 */
export const idReasons = ['subsidy', 'insurance', 'rail', 'police'] as const;
export type IdReason = (typeof idReasons)[number];
export const idReasonWords: Record<IdReason, string> = {
  subsidy: '申领补贴要用身份证号',
  insurance: '办社保要用身份证号',
  rail: '订包车专列要用身份证号',
  police: '公安机关依法核对',
};

/** Why an officer looks at what the papers hold somebody to be. `unsaid` is what versions before this send. 〔个人信息保护法 §28〕 */
export const categoryReasons = ['policy', 'survey', 'asked', 'unsaid'] as const;
export type CategoryReason = (typeof categoryReasons)[number];
export const categoryReasonWords: Record<CategoryReason, string> = {
  policy: '核对能享受的政策',
  survey: '核对摸排名单',
  asked: '本人来问',
  unsaid: '没写为什么',
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
