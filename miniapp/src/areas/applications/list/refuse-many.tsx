import { type RefusalReason, refusalReasons, refusalReasonWords } from '@shanhai/shared/rules/applications.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { Button } from '../../../ui/button.tsx';
import { ChooseOne } from '../../../ui/choice.tsx';
import { Card } from '../../../ui/row.tsx';
import { showToast } from '../../../ui/toast-store.ts';
import type { Line } from '../people.ts';

/** One opening after another; whoever moved meanwhile is left as they are. */
async function refuseAll(lines: readonly Line[], reason: RefusalReason): Promise<{ refused: number; left: number }> {
  let [refused, left] = [0, 0];
  for (const jobId of new Set(lines.map((line) => line.jobId))) {
    const workerIds = lines.filter((line) => line.jobId === jobId).map((line) => line.workerId);
    const done = await call('applications.refuseMany', { jobId, workerIds, reason });
    refused += done.refused;
    left += done.left.length;
  }
  return { refused, left };
}

const options = refusalReasons.map((value) => ({ value, words: refusalReasonWords[value] }));

/** 都不合适, with a reason that a person can do something with. */
export function RefuseMany({ lines, onDone }: { lines: readonly Line[]; onDone: () => void }) {
  const [reason, setReason] = useState<RefusalReason>();
  const refuse = useAction(refuseAll);
  const run = async (chosen: RefusalReason): Promise<void> => {
    const done = await refuse.run(lines, chosen);
    if (!done) return;
    showToast(done.left ? `回了 ${done.refused} 个，${done.left} 个刚有变化，没动` : `回了 ${done.refused} 个`);
    onDone();
  };
  return (
    <Card>
      <ChooseOne label={`这 ${lines.length} 个人为什么不合适`} options={options} value={reason} onChange={setReason} />
      <View className="small t2">本人看得到这个原因，和接下来能怎么办</View>
      <Button kind="act" wide disabled={reason ? false : '先选一个原因'} busy={refuse.busy} onTap={() => reason && void run(reason)}>
        都不合适
      </Button>
    </Card>
  );
}
