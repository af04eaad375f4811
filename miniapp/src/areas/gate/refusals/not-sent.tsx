import { chinaTime } from '@shanhai/shared/rules/china-day.ts';
import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import { type GateAct, type GateDeedKept, useGateDeeds } from '../../../api/gate-queue.ts';
import { forgetDeed } from '../../../api/outbox.ts';
import { refusalOf } from '../../../api/refusal.ts';
import { Button } from '../../../ui/button.tsx';
import { Card, Heading } from '../../../ui/row.tsx';
import { reasonOf, stepOf } from '../verdict.ts';

function whatWas(act: GateAct): string {
  const number = 'number' in act && act.number !== undefined ? ` ${spokenNumber(act.number)}` : '';
  if (act.kind === 'walk_in') return `登记${number} ${act.name}`;
  if (act.kind === 'sealed_walk_in') return `登记${number}`;
  if (act.kind === 'undo') return `撤销${number}`;
  return act.kind === 'scan' ? `扫码进场${number}` : '没让进';
}

function One({ deed: { nonce, happenedAt, payload, refusal } }: { deed: GateDeedKept }) {
  if (!refusal) return null;
  const { code, sentence } = refusalOf(refusal.code, refusal.detail);
  return (
    <View className="li is-still fw">
      <View className="grow">
        <View className="li-title">{reasonOf(code, sentence)}</View>
        <View className="li-words">
          {chinaTime(happenedAt)} {whatWas(payload.act)}
        </View>
        <View className="small">{payload.act.kind === 'refused' ? '只是没让进的记录，看过就行' : stepOf(code)}</View>
      </View>
      <Button kind="line" onTap={() => forgetDeed(nonce)}>
        处理好了
      </Button>
    </View>
  );
}

/** What this device did without network and the server did not take, each with its reason, until somebody has seen to it. */
export function NotSent({ fairId }: { fairId: string }) {
  const refused = useGateDeeds(fairId).filter((deed) => deed.state === 'refused');
  if (refused.length === 0) return null;
  return (
    <View className="stack">
      <Heading aside={`${refused.length} 条`}>本机没传成的</Heading>
      <Card flush>
        {refused.map((deed) => (
          <One key={deed.nonce} deed={deed} />
        ))}
      </Card>
    </View>
  );
}
