import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaDay, chinaTime } from '@shanhai/shared/rules/china-day.ts';
import { View } from '@tarojs/components';
import { useCheckInDeeds } from '../../api/check-in.ts';
import { useCall } from '../../api/use-call.ts';
import { go } from '../../nav.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorView } from '../../ui/empty.tsx';
import { ListenButton } from '../../ui/listen-button.tsx';
import { NumberLine } from '../../ui/number-strip.tsx';
import { Card } from '../../ui/row.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useRepliesBadge } from '../waits-for-me.ts';

type CheckIn = Output<'attendance.mine'>['items'][number];
type MyCard = Output<'cards.mine'>['items'][number];

const isToday = (checkIn: CheckIn): boolean => chinaDay(checkIn.at) === chinaDay(new Date().toISOString());

/** How far along: there, card left, answered. Each with what is true now. */
function waysFor(checkIn: CheckIn | undefined, isKept: boolean, cards: readonly MyCard[]): { what: string; words: string; isDone: boolean }[] {
  const standing = cards.filter((card) => !card.withdrawnAt);
  const answered = standing.filter((card) => card.answer).length;
  return [
    { what: '到场', words: checkIn ? chinaTime(checkIn.at) : isKept ? '已记下' : '还没', isDone: checkIn !== undefined || isKept },
    { what: '名片', words: standing.length ? `${standing.length} 家` : '还没', isDone: standing.length > 0 },
    { what: '回音', words: answered ? `${answered} 家` : '还没', isDone: answered > 0 },
  ];
}

function Road({ checkIn, cards }: { checkIn: CheckIn | undefined; cards: readonly MyCard[] }) {
  // tapped without network: the person is here, whether the server knows it or not
  const isKept = useCheckInDeeds().some((deed) => deed.state === 'waiting');
  const ways = waysFor(checkIn, isKept, cards);
  const spoken = ways.map((way) => `${way.what}，${way.words}`).join('。');
  return (
    <Card>
      <View className="row ends">
        <View className="h3">走到哪一步了</View>
        <ListenButton words={spoken} />
      </View>
      <View className="road">
        {ways.map((way) => (
          <View key={way.what} className={`road-one ${way.isDone ? 'is-done' : ''}`}>
            <View className="b">{way.what}</View>
            <View className="small t2">{way.words}</View>
          </View>
        ))}
      </View>
    </Card>
  );
}

/** Today's number, when there is one, and the road so far. */
export function WorkerToday() {
  const been = useCall('attendance.mine', {}, { keep: true });
  const cards = useCall('cards.mine', {});
  useRepliesBadge();
  if (been.isLoading) return <Skeleton shape="strip" />;
  if (!been.data) return been.problem ? <ErrorView problem={been.problem} onRetry={() => void been.reload()} /> : null;
  const today = been.data.items.find(isToday);
  return (
    <>
      {today && (
        <NumberLine
          number={today.number}
          title="您今天的号码"
          aside={
            <View className="stack tight">
              <Button onTap={() => go('/areas/fairs/booths/index', { fairId: today.fairId })}>去看展位</Button>
              <Button kind="quiet" onTap={() => go('/areas/fairs/checked-in/index', { fairId: today.fairId, again: '1' })}>
                我的码
              </Button>
            </View>
          }
        />
      )}
      <Road checkIn={today ?? been.data.items[0]} cards={cards.data?.items ?? []} />
    </>
  );
}
