/** What officers are shown as odd. Nobody is blocked by it: a family shares a phone, a village office lends one. */
export const oddUses = {
  mass_apply: '一个人一天投了很多岗位',
  mass_sign_in: '一台手机一小时里登录了很多人',
  mass_check_in: '一台手机在一场替很多人签到',
} as const;
export type OddUse = keyof typeof oddUses;

/** So many people of one phone within an hour, or at one fair, are a family or a helper; the next one is shown to an officer. */
export const mostPeopleOfPhone = 8;

/** What became of it. */
export const oddOutcomes = ['harmless', 'spoken_with', 'reported'] as const;
export type OddOutcome = (typeof oddOutcomes)[number];
export const oddOutcomeWords: Record<OddOutcome, string> = {
  harmless: '没问题（一家人、村里代办）',
  spoken_with: '问过本人，说清了',
  reported: '不对劲，报上去了',
};
