/** The words with which a fair asks whether somebody is near; see `location` in consents.ts. 〔个人信息保护法 §29〕 */
export const placeConsentVersion = '2026-11';
