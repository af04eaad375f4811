import { monthDay } from '@shanhai/shared/rules/china-day.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { Button } from '../../../ui/button.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import type { Allocation } from './whole.ts';

/** Page by page until all are told; broken off, the next tap goes on where it stopped. */
async function sendAll(allocation: Allocation, onPage: (sentPages: number) => void): Promise<void> {
  let sent = allocation;
  while (sent.status !== 'sent') {
    sent = await call('allocations.send', { allocationId: allocation.allocationId });
    onPage(sent.sentPages);
  }
}

/** 发给大家: asked once more, then every person is told. */
export function SendFoot({ allocation, onSent }: { allocation: Allocation; onSent: () => void }) {
  const [isAsked, setAsked] = useState(false);
  const [sentPages, setSentPages] = useState(allocation.sentPages);
  const send = useAction(
    async () => {
      await sendAll(allocation, setSentPages);
      setAsked(false);
      onSent();
    },
    { done: '都发了，大家在回音里看得到' },
  );
  if (allocation.status === 'sent') return <View className="center ok-t">{monthDay(allocation.sentAt ?? allocation.madeAt)} 已经发给大家</View>;
  return (
    <>
      <Button kind="main" icon="chat" disabled={allocation.placed === 0 && '一个也没配上'} onTap={() => setAsked(true)}>
        发给大家
      </Button>
      <Sheet isOpen={isAsked} onClose={() => setAsked(false)} label="发给大家">
        <View className="h2">发给 {allocation.placed} 个人？</View>
        <View>每人收到一条“给您推荐”，写明为什么合适。去不去由本人定。</View>
        <View className="wait-t">发了就不能再改。</View>
        <Button kind="main" busy={send.busy} busyWords={`正在发，${sentPages}/${allocation.pages}`} onTap={() => void send.run()}>
          确认发
        </Button>
        <Button kind="quiet" wide onTap={() => setAsked(false)}>
          再看看
        </Button>
      </Sheet>
    </>
  );
}
