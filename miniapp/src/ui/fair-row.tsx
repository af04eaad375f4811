import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaTime, monthDay, weekday } from '@shanhai/shared/rules/china-day.ts';
import { gateStateAt } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import { go } from '../nav.ts';
import { Chip } from './chip.tsx';
import { Demo, Row } from './row.tsx';

type Fair = Output<'fairs.list'>['items'][number];

/** `2月7日 周六 9:00–15:00` */
export const fairHours = (fair: { opensAt: string; closesAt: string }): string =>
  `${monthDay(fair.opensAt)} ${weekday(fair.opensAt)} ${chinaTime(fair.opensAt)}–${chinaTime(fair.closesAt)}`;

/** One fair in a list: what, when, where, and whether it is on. */
export function FairRow({ fair }: { fair: Fair }) {
  const isOpen = gateStateAt(fair, new Date().toISOString()) === 'open';
  const title = (
    <>
      {fair.title}
      <Demo when={fair.demo} />
    </>
  );
  const words = (
    <>
      {fair.subtitle && <View>{fair.subtitle}</View>}
      <View>{fairHours(fair)}</View>
      {!fair.subtitle.includes(fair.place) && <View>{fair.place}</View>}
      {isOpen && (
        <Chip tone="ok" icon="okc">
          正在开
        </Chip>
      )}
    </>
  );
  return (
    <Row icon="calendar" tone={isOpen ? 'ok' : 'act'} title={title} words={words} onTap={() => go('/areas/fairs/landing/index', { fairId: fair.fairId })} />
  );
}
