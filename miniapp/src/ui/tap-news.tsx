import { chinaTime, monthDay } from '@shanhai/shared/rules/china-day.ts';
import { View } from '@tarojs/components';
import type { CheckInDeed } from '../api/check-in.ts';
import { forgetDeed, forgetUnreadable, useUnreadable } from '../api/outbox.ts';
import { refusalOf } from '../api/refusal.ts';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { stepAfter } from './step-after.ts';

/** A check-in that was kept on the phone and came back refused: why, and what to do instead. Stays until the person has read it. */
export function RefusedTap({ deed: { nonce, refusal, happenedAt, payload } }: { deed: CheckInDeed }) {
  if (!refusal) return null;
  const { code, sentence } = refusalOf(refusal.code, refusal.detail);
  const when = `${monthDay(happenedAt)} ${chinaTime(happenedAt)}${payload.fair ? ` ${payload.fair.title}` : ''} 的签到没成`;
  return (
    <View className="stack">
      <Banner kind="failed" title={sentence} words={`${when}。${stepAfter(code)}`} />
      <Button kind="line" wide icon="check" onTap={() => forgetDeed(nonce)}>
        知道了
      </Button>
    </View>
  );
}

/** What was kept in this phone and cannot be read again: told, never passed over. */
export function UnreadableNews() {
  const count = useUnreadable();
  if (count === 0) return null;
  return (
    <View className="stack">
      <Banner kind="failed" title={`手机里有 ${count} 条读不出来了`} words="到门口问一下您的号，没有就请他们登记" />
      <Button kind="line" wide icon="check" onTap={forgetUnreadable}>
        知道了
      </Button>
    </View>
  );
}
