import { createHash } from 'node:crypto';

export type PersonaGroup = 'worker' | 'recruiter' | 'organizer' | 'officer' | 'odd';

/** Somebody one can be on this machine. The names are made up; the phones are Tencent's virtual numbers, which reach nobody. */
export interface Persona {
  id: string;
  name: string;
  /** Who this is, in the words of the sign-in picker. */
  about: string;
  group: PersonaGroup;
  phone?: string;
  /** WeChat holds the account for high risk and refuses its login codes. */
  isBlocked?: true;
  /** Says no whenever WeChat asks: the phone button, the message dialog. */
  refuses?: true;
  /** The account is bound to an Open Platform account, so WeChat also gives a unionid. */
  hasUnionId?: true;
}

const phone = (n: number): string => `120666000${String(n).padStart(2, '0')}`;

export const personas: readonly Persona[] = [
  { id: 'worker01', name: '杨桂兰', about: '找工作的人，罗平富乐镇', group: 'worker', phone: phone(1) },
  { id: 'worker02', name: '岩罕', about: '找工作的人，罗平鲁布革乡', group: 'worker', phone: phone(2), hasUnionId: true },
  { id: 'worker03', name: '李秀英', about: '第一次来，什么都没填过', group: 'worker', phone: phone(3) },
  { id: 'worker04', name: '陶文军', about: '找工作的人，罗平板桥镇', group: 'worker', phone: phone(4) },
  { id: 'worker05', name: '普小花', about: '找工作的人，罗平阿岗镇，已签到，有四张名片', group: 'worker', phone: phone(5) },
  { id: 'recruiter01', name: '周敏', about: '月汀钢构（演示）招人的，单位已核验', group: 'recruiter', phone: phone(6) },
  { id: 'recruiter02', name: '顾国强', about: '另一家单位招人的，单位已核验', group: 'recruiter', phone: phone(7) },
  { id: 'recruiter03', name: '钱芳', about: '单位招人的，单位还在等核验', group: 'recruiter', phone: phone(8) },
  { id: 'organizer01', name: '张正华', about: '罗平县办招聘会的', group: 'organizer', phone: phone(9) },
  { id: 'organizer02', name: '邓朝阳', about: '昭通昭阳区办招聘会的', group: 'organizer', phone: phone(10) },
  { id: 'officer01', name: '陆建平', about: '上海宝山区人社的工作人员', group: 'officer', phone: phone(11) },
  { id: 'officer02', name: '沈晓燕', about: '上海松江区人社的工作人员', group: 'officer', phone: phone(12) },
  { id: 'officer03', name: '徐静', about: '上海市人社的工作人员', group: 'officer', phone: phone(13) },
  { id: 'officer04', name: '王加荣', about: '罗平县人社的工作人员', group: 'officer', phone: phone(14) },
  { id: 'blocked01', name: '封某', about: '微信号被微信停用的人', group: 'odd', phone: phone(15), isBlocked: true },
  { id: 'nophone01', name: '吴小鱼', about: '微信没绑手机号的人', group: 'odd' },
  { id: 'refuses01', name: '何不愿', about: '问什么都点“拒绝”的人', group: 'odd', phone: phone(16), refuses: true },
];

/** The openid of a persona in one app: `o` and 27 characters, the same on every run. */
export function openidOf(appId: string, personaId: string): string {
  return `o${createHash('sha256').update(`${appId}|${personaId}`).digest('base64url').slice(0, 27)}`;
}

export function unionIdOf(persona: Persona): string | undefined {
  return persona.hasUnionId ? `u${createHash('sha256').update(`union|${persona.id}`).digest('base64url').slice(0, 27)}` : undefined;
}

export function personaById(id: string): Persona | undefined {
  return personas.find((persona) => persona.id === id);
}

export function personaByOpenid(appId: string, openid: string): Persona | undefined {
  return personas.find((persona) => openidOf(appId, persona.id) === openid);
}
