import { View } from '@tarojs/components';
import { useState } from 'react';
import { useSession } from '../../api/session-store.ts';
import { Button } from '../../ui/button.tsx';
import { ChooseOne } from '../../ui/choice.tsx';
import { Sheet } from '../../ui/sheet.tsx';

const reasons = ['老人、孩子、身体不便', '家里人在里面', '有人刚出去，没扫到', '现场负责人同意'] as const;

/** The host and a supervisor may decide what a steward may not. The server asks again. */
export function useIsSupervisor(): boolean {
  const acting = useSession()?.acting;
  return acting?.role === 'organizer' || acting?.duty === 'supervisor';
}

/** One more although it is full: on a supervisor's word, with a reason that is kept. Nobody else sees the button. */
export function AboveCapacity({ busy, count = 1, onReason }: { busy: boolean; count?: number; onReason: (reason: string) => void }) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState<(typeof reasons)[number]>();
  if (!useIsSupervisor()) return null;
  const them = count === 1 ? '这一位' : `这 ${count} 位`;
  return (
    <>
      <Button kind="soft" busy={busy} onTap={() => setOpen(true)}>
        放行
      </Button>
      <Sheet isOpen={isOpen} onClose={() => setOpen(false)} label="人满了还放行">
        <View className="stack">
          <View className="h2">人满了，还放{them}进？</View>
          <View className="t2">超过核准的人数要担责任。放行的人和理由都记下，散场报告里有。</View>
          <ChooseOne label="为什么" options={reasons.map((value) => ({ value, words: value }))} value={reason} onChange={setReason} />
          <Button
            kind="stop"
            wide
            disabled={reason ? false : '先选理由'}
            onTap={() => {
              setOpen(false);
              if (reason) onReason(reason);
            }}
          >
            放{them}进
          </Button>
          <Button kind="quiet" wide onTap={() => setOpen(false)}>
            请他等
          </Button>
        </View>
      </Sheet>
    </>
  );
}
