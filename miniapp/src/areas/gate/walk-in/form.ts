import type { Sent } from '@shanhai/shared/contract/contract.ts';
import { consentTexts } from '@shanhai/shared/rules/consents.ts';
import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { isPhone } from '@shanhai/shared/rules/phone.ts';
import { elsewhere } from '@shanhai/shared/rules/regions.ts';
import type { Trade } from '@shanhai/shared/rules/trades.ts';
import type { Refusal } from '../../../api/refusal.ts';
import { deviceId, drawnLetters } from '../../../api/session-store.ts';

/** What one types at the gate for somebody without a phone. */
export interface Draft {
  number: string;
  name: string;
  phone: string;
  town: string;
  trades: Trade[];
  hasAgreed: boolean;
  /** Said aloud: the bureaus of the other side of the pairing may see the person. */
  isSharing: boolean;
  hasProxy: boolean;
  proxyName: string;
  relation: string;
  /** The same when one tries again, so that nobody is registered twice. */
  nonce: string;
}

export const relations = ['儿女', '爱人', '父母', '兄弟姐妹', '亲戚'] as const;
export const blankDraft = (number: string): Draft => ({
  number,
  name: '',
  phone: '',
  town: '',
  trades: [],
  hasAgreed: false,
  isSharing: false,
  hasProxy: false,
  proxyName: '',
  relation: '',
  nonce: drawnLetters(12),
});

/** Why it cannot be sent yet, as the button's own words. */
export function whatIsLeft(draft: Draft): string | undefined {
  if (!Number(draft.number)) return '先扫号码条';
  if (!draft.name.trim()) return '还要姓名';
  if (draft.phone && !isPhone(draft.phone)) return '电话要 11 位';
  if (draft.hasProxy && !draft.proxyName.trim()) return '还要代办人的姓名';
  if (draft.hasProxy && !draft.relation) return '代办人是他什么人';
  return draft.hasAgreed ? undefined : '先问本人同意';
}

type WalkIn = Sent<'attendance.registerWalkIn'>;

/** Whom this person can be asked about: somebody of the fair's own towns, who answers alone. 〔个人信息保护法 §14、§23〕 */
export const askableOf = ({ town, hasProxy }: Draft, receivers: readonly string[]): readonly string[] =>
  town && town !== elsewhere.town && !hasProxy ? receivers : [];

/** The draft as the server takes it. */
export function walkInOf(draft: Draft, fair: { fairId: string; hostRegion: string }, gate: string, receivers: readonly string[] = []): WalkIn {
  const { number, name, phone, town, trades, nonce, hasProxy, proxyName, relation, isSharing } = draft;
  const heard = isSharing ? askableOf(draft, receivers) : [];
  return {
    fairId: fair.fairId,
    gate,
    deviceId: deviceId(),
    nonce,
    number: Number(number),
    name: name.trim(),
    trades,
    agreed: true,
    ...(phone && { phone }),
    ...(town && { home: town === elsewhere.town ? elsewhere : { regionCode: fair.hostRegion, town } }),
    ...(hasProxy && { proxy: { name: proxyName.trim(), relation } }),
    ...(heard.length > 0 && { elsewhere: { version: consentTexts.elsewhere.version, receivers: [...heard] } }),
  };
}

/** Which field a refusal is about, and the sentence for whoever is typing. */
export function problemAt({ code, detail, sentence }: Refusal): { number?: string; name?: string; phone?: string; other?: string } {
  const number = String(detail.number ?? '');
  if (code === 'number_taken') return { number: `${number} 号已经发给别人了，换一张` };
  if (code === 'strip_not_printed') return { number: `${number} 不是这场印的，看看号码条` };
  if (code === 'fair_not_open_yet') return { other: `还没开场，${String(detail.opens)} 再登记` };
  if (code === 'network') return { other: '网不通，名单不在本机。再点一次，不会重复登记' };
  if (code === 'storage') return { other: `${sentence}，先记在纸上` };
  if (code !== 'invalid_input') return { other: sentence };
  if (detail.field === 'phone') return { phone: '电话不对，请再看一眼' };
  if (detail.field === 'name') return { name: '名字太长，或有看不懂的符号' };
  return detail.field === 'number' ? { number: '号码是四个数' } : { other: '有一项不对，请再看一遍' };
}

export const sendWords = (number: string): string => `登记，发 ${spokenNumber(Number(number))} 号`;
