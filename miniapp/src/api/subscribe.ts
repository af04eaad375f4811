import type { Output } from '@shanhai/shared/contract/contract.ts';
import Taro from '@tarojs/taro';
import { call } from './call.ts';
import { keepIfRoom } from './kept.ts';
import { drawnLetters, useSession } from './session-store.ts';
import { useAction } from './use-action.ts';
import { useCall } from './use-call.ts';

type Offered = Output<'messages.templates'>['items'][number];
export type TemplateName = Offered['template'];
type Said = 'accept' | 'reject' | 'ban' | 'filter';

const keptKey = 'asked-messages';
/** Somebody who said no is left in peace for this long. */
const peaceMs = 30 * 86_400_000;
/** WeChat asks about so many at once on every phone. */
const atOnce = 3;

type Asked = Partial<Record<TemplateName, { said: Said; at: number }>>;
const askedBefore = (): Asked => Taro.getStorageSync<Asked | ''>(keptKey) || {};
const isLeftInPeace = ({ template }: Offered): boolean => {
  const before = askedBefore()[template];
  return !!before && before.said !== 'accept' && Date.now() - before.at < peaceMs;
};

/** WeChat's own question. It opens only inside a tap, so nothing may be waited for before this. A phone that cannot ask says no. */
async function askWechat(offered: readonly Offered[]): Promise<TemplateName[]> {
  const tmplIds = offered.map(({ templateId }) => templateId);
  const answer = (await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] }).catch(() => ({}))) as Record<string, Said | undefined>;
  const said = offered.map(({ template, templateId }) => [template, answer[templateId] ?? 'reject'] as const);
  const now = Object.fromEntries(said.map(([template, word]) => [template, { said: word, at: Date.now() }]));
  keepIfRoom(keptKey, { ...askedBefore(), ...now });
  return said.flatMap(([template, word]) => (word === 'accept' ? [template] : []));
}

/** A reminder in WeChat for these: whether there is something to ask, and the asking. One yes is one message. */
export function useReminder(names: readonly TemplateName[]) {
  const session = useSession();
  const offers = useCall('messages.templates', {}, { when: process.env.TARO_ENV === 'weapp' && !!session });
  const wanted = (offers.data?.items ?? []).filter((one) => names.includes(one.template) && one.left === 0).slice(0, atOnce);
  const asking = useAction(async () => {
    const templates = await askWechat(wanted);
    if (templates.length) await call('messages.agree', { templates, nonce: drawnLetters(12) });
    return templates.length > 0;
  });
  return { canAsk: wanted.length > 0 && !wanted.every(isLeftInPeace), busy: asking.busy, ask: asking.run };
}
