/** 职业技能等级 as certificates say it, lowest first. 〔国家职业技能等级：五级至一级〕 */
export const skillLevels = ['basic', 'middle', 'senior', 'technician', 'senior_technician'] as const;
type SkillLevel = (typeof skillLevels)[number];
export const skillLevelWords: Record<SkillLevel, string> = {
  basic: '初级工',
  middle: '中级工',
  senior: '高级工',
  technician: '技师',
  senior_technician: '高级技师',
};

/** Who may answer for somebody: 代办. */
export const relations = ['relative', 'village_officer', 'volunteer', 'officer'] as const;
export type Relation = (typeof relations)[number];
export const relationWords: Record<Relation, string> = {
  relative: '家里人',
  village_officer: '村干部',
  volunteer: '志愿者',
  officer: '工作人员',
};
