import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaDay, chinaTime, dayAfter, monthDay, weekday } from '@shanhai/shared/rules/china-day.ts';
import { mayAddWords } from '@shanhai/shared/rules/devices.ts';
import { gateStateAt } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import { useCall } from '../../../api/use-call.ts';
import { go } from '../../../nav.ts';
import { today } from '../../../ui/clock.ts';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Card, Demo, Heading, Row } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';

type Fair = Output<'fairs.mine'>['items'][number];

const aheadDays = 14;
const boardEveryMs = 30_000;

const isOnDay = (fair: Fair, day: string): boolean => chinaDay(fair.opensAt) <= day && day <= chinaDay(fair.closesAt);
const hours = (fair: Fair): string => `${chinaTime(fair.opensAt)}–${chinaTime(fair.closesAt)}`;

function stateWords(fair: Fair): string {
  const state = gateStateAt(fair, new Date().toISOString());
  if (state === 'open') return '正在办';
  if (state === 'early') return `${chinaTime(fair.opensAt)} 开场`;
  return state === 'over' ? '到点了，还没散场' : '散场了';
}

/** A fair of today with how many are there; opens the board. */
function TodayRow({ fair }: { fair: Fair }) {
  const board = useCall('reports.board', { fairId: fair.fairId }, { everyMs: boardEveryMs });
  return (
    <Row
      icon="calendar"
      title={
        <>
          {fair.title}
          <Demo when={fair.demo} />
        </>
      }
      words={
        <>
          <View>{fair.subtitle || fair.place}</View>
          <View>{`${stateWords(fair)}，${hours(fair)}`}</View>
          {board.data?.mayAdd && <View className="wait-t">{mayAddWords(board.data.mayAdd)}</View>}
        </>
      }
      aside={
        <View className="today-present">
          <View className="small t2">到场</View>
          <View className="h2">{board.data?.present ?? '–'}</View>
        </View>
      }
      onTap={() => go('/areas/board/live/index', { fairId: fair.fairId })}
    />
  );
}

function NextRows({ fairs }: { fairs: Fair[] }) {
  if (fairs.length === 0) return null;
  return (
    <View className="stack">
      <Heading aside={`${aheadDays} 天内`}>接下来</Heading>
      <Card flush>
        {fairs.map((fair) => (
          <Row
            key={fair.fairId}
            icon="calendar"
            tone="grey"
            title={`${fair.title} ${fair.subtitle}`}
            words={`${monthDay(fair.opensAt)} ${weekday(fair.opensAt)} ${hours(fair)}，${fair.place}`}
            onTap={() => go('/areas/desk/fairs/index')}
          />
        ))}
      </Card>
    </View>
  );
}

/** The fairs of the region today, with the count at their gates, and those soon to come. */
export function FairsToday() {
  const { data, isLoading, problem, reload } = useCall('fairs.mine', {});
  if (isLoading) return <Skeleton shape="rows" count={2} />;
  if (!data) return problem ? <ErrorView problem={problem} onRetry={() => void reload()} /> : null;
  const day = today();
  const shown = data.items.filter((fair) => fair.status !== 'draft').sort((a, b) => (a.opensAt < b.opensAt ? -1 : 1));
  const now = shown.filter((fair) => isOnDay(fair, day));
  const next = shown.filter((fair) => chinaDay(fair.opensAt) > day && chinaDay(fair.opensAt) <= dayAfter(day, aheadDays));
  return (
    <>
      <View className="stack">
        <Heading aside={now.length ? `${now.length} 场` : undefined}>今天的招聘会</Heading>
        {now.length === 0 ? (
          <Empty title="今天没有招聘会" words="发布了的，当天会排在这里" />
        ) : (
          <Card flush>
            {now.map((fair) => (
              <TodayRow key={fair.fairId} fair={fair} />
            ))}
          </Card>
        )}
      </View>
      <NextRows fairs={next} />
    </>
  );
}
