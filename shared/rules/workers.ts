/** 职业技能等级 as certificates say it, lowest first. 〔人社部发〔2022〕14号：学徒工至首席技师，常用五级〕 */
export const skillLevels = ['basic', 'middle', 'senior', 'technician', 'senior_technician'] as const;
/** Who may answer for somebody: 代办. */
export const relations = ['relative', 'village_officer', 'volunteer', 'officer'] as const;
