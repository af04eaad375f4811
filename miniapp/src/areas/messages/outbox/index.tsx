import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaTime, monthDay } from '@shanhai/shared/rules/china-day.ts';
import { View } from '@tarojs/components';
import { call } from '../../../api/call.ts';
import { useSession } from '../../../api/session-store.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Heading, Row } from '../../../ui/row.tsx';

type LaidAside = Output<'messages.outbox'>['dead'][number];

const templateWords: Record<string, string> = { answer: '有回音', interview: '约面试', reminder: '面试提醒' };
/** WeChat's error codes and our own words, said so that somebody knows where to look. */
const reasonWords: Record<string, string> = {
  47003: '有一格内容微信不收（47003），对照模板改字段',
  40037: '模板号不对（40037），去微信后台核对',
  41030: '要打开的页面还没发布（41030）',
  45168: '有微信不让说的词（45168）',
  43107: '微信停了这个模板（43107）',
  45011: '微信一直忙（45011）',
  no_token: '拿不到微信的令牌，核对小程序密钥',
  no_template: '这一版没有配这个模板',
  unsure: '没等到微信的答复，不再发第二次',
};

function LaidAsideRow({ row }: { row: LaidAside }) {
  return (
    <Row
      icon={row.reason === 'unsure' ? 'info' : 'warn'}
      tone={row.reason === 'unsure' ? 'grey' : 'stop'}
      title={`${templateWords[row.template] ?? row.template}：${row.count} 条`}
      words={`${reasonWords[row.reason] ?? `微信答了 ${row.reason}`}，最近一条 ${monthDay(row.newestAt)} ${chinaTime(row.newestAt)}`}
    />
  );
}

function Outbox({ box }: { box: Output<'messages.outbox'> }) {
  const resend = useAction(() => call('messages.resend', {}), { done: '重新排上了，一分钟内发' });
  const hasDead = box.dead.length > 0;
  if (!hasDead && box.unsure.length === 0) {
    return (
      <Empty
        title={box.waiting ? '没有压着的' : '都发出去了'}
        words={box.waiting ? `还有 ${box.waiting} 条在排，夜里九点到早上八点不打扰人` : '没有压着的消息'}
      />
    );
  }
  return (
    <>
      <View className="t2">小程序里的消息都在。这里只是微信没收下的，按原因数，看不到是谁。</View>
      {hasDead && (
        <View className="stack">
          <Heading aside={box.waiting ? `另有 ${box.waiting} 条在排` : undefined}>压着的</Heading>
          <Card flush>
            {box.dead.map((row) => (
              <LaidAsideRow key={`${row.template}${row.reason}`} row={row} />
            ))}
          </Card>
          <Button kind="main" icon="refresh" busy={resend.busy} busyWords="正在排" onTap={() => void resend.run()}>
            改好了，再发一次
          </Button>
        </View>
      )}
      {box.unsure.length > 0 && (
        <View className="stack">
          <Heading>说不准到没到</Heading>
          <Card flush>
            {box.unsure.map((row) => (
              <LaidAsideRow key={row.template} row={row} />
            ))}
          </Card>
        </View>
      )}
    </>
  );
}

/** 消息发送: what WeChat did not take, for the city's officers. */
export default function MessageOutbox() {
  const session = useSession();
  const box = useCall('messages.outbox', {}, { when: session?.acting.role === 'officer', everyMs: 30_000 });
  return <Page title="消息发送">{box.data ? <Outbox box={box.data} /> : <NotYet of={box} shape="rows" />}</Page>;
}
