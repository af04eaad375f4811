import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaDay, daysBetween, monthDay, weekday } from '@shanhai/shared/rules/china-day.ts';
import { taskKinds } from '@shanhai/shared/rules/tasks.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '../../../api/use-call.ts';
import { openTask } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip, type Tone } from '../../../ui/chip.tsx';
import { today } from '../../../ui/clock.ts';
import { ErrorView } from '../../../ui/empty.tsx';
import { Card, Heading, Row } from '../../../ui/row.tsx';
import { useWideScreen } from '../../../ui/screen.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';

type Task = Output<'tasks.list'>['items'][number];

const mostShown = 8;

/** When it has to be done, as one reads it on this day. */
function dueWords(dueAt: string, day: string): { words: string; tone: Tone } {
  const days = daysBetween(day, chinaDay(dueAt));
  if (days < 0) return { words: `过了 ${-days} 天`, tone: 'stop' };
  if (days === 0) return { words: '今天到期', tone: 'wait' };
  return { words: `${monthDay(dueAt)} ${weekday(dueAt)}前`, tone: 'grey' };
}

function TaskRow({ task, day }: { task: Task; day: string }) {
  const due = dueWords(task.dueAt, day);
  const { words: kind, page, params } = taskKinds[task.kind];
  const isWide = useWideScreen();
  const chip = <Chip tone={due.tone}>{due.words}</Chip>;
  return (
    <Row
      icon={due.tone === 'stop' ? 'warn' : 'clock'}
      tone={due.tone}
      title={kind}
      words={
        <>
          <View>{task.words}</View>
          {!isWide && chip}
        </>
      }
      aside={isWide && chip}
      label={`${kind}，${task.words}，${due.words}`}
      onTap={() => openTask(page, params, task.subject)}
    />
  );
}

/** What has to be done by a day: what is late comes first. */
export function TasksDue() {
  const { data, isLoading, problem, reload } = useCall('tasks.list', {});
  const [isWhole, setWhole] = useState(false);
  if (isLoading) return <Skeleton shape="rows" count={2} />;
  if (!data) return problem ? <ErrorView problem={problem} onRetry={() => void reload()} /> : null;
  const day = today();
  const late = data.items.filter((task) => chinaDay(task.dueAt) < day).length;
  const shown = isWhole ? data.items : data.items.slice(0, mostShown);
  return (
    <View className="stack">
      <Heading aside={late ? `${late} 件过了期` : `${data.items.length} 件`}>到期要办的</Heading>
      <Card flush>
        {shown.map((task) => (
          <TaskRow key={task.taskId} task={task} day={day} />
        ))}
        {data.items.length === 0 && <Row icon="check" tone="ok" title="都办完了" words="举报、要看的内容，来了会排在这里" />}
      </Card>
      {shown.length < data.items.length && (
        <Button kind="line" wide onTap={() => setWhole(true)}>
          看全部 {data.items.length} 件
        </Button>
      )}
    </View>
  );
}
