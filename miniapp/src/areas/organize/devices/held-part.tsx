import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaTime } from '@shanhai/shared/rules/china-day.ts';
import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorView } from '../../../ui/empty.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { showToast } from '../../../ui/toast-store.ts';

type Device = Output<'devices.list'>['items'][number];
type Held = Output<'attendance.held'>['items'][number];

const kindWords: Record<string, string> = {
  scan: '扫码进场',
  walk_in: '登记',
  sealed_walk_in: '登记',
  undo: '撤销',
  refused: '没让进',
  look: '看名片',
  agree: '当面同意',
  answer: '答复',
};
const mostAtOnce = 50;

const wordsOf = ({ kind, happenedAt, gate = '', number }: Held): string =>
  `${chinaTime(happenedAt)} ${gate} ${kindWords[kind] ?? '看不懂的'}${number ? ` ${spokenNumber(number)}` : ''}`;

function Decide({ fairId, device: { deviceId, kind }, onClose }: { fairId: string; device: Device; onClose: () => void }) {
  const held = useCall('attendance.held', { fairId, deviceId });
  const items = held.data?.items ?? [];
  const settle = useAction(async (isTaken: boolean) => {
    const nonces = items.map(({ nonce }) => nonce).slice(0, mostAtOnce);
    const settled = await call(kind === 'booth' ? 'cards.settleHeld' : 'attendance.settleHeld', { fairId, deviceId, isTaken, nonces });
    const refused = settled.items.filter(({ outcome }) => outcome === 'refused').length;
    showToast(isTaken ? `收下 ${settled.items.length - refused} 条${refused ? `，${refused} 条不成` : ''}` : '不收了');
    onClose();
  });
  return (
    <>
      <View className="h2">停用后又传来的</View>
      <View className="t2">{kind === 'booth' ? '问过这个单位，是他们自己记的，就收下；说不清的，不收。' : '是这台真在门口扫的，就收下；说不清的，不收。'}</View>
      {held.isLoading && <Skeleton shape="rows" />}
      {held.problem && <ErrorView problem={held.problem} onRetry={() => void held.reload()} />}
      {items.map((item) => (
        <View key={item.nonce}>{wordsOf(item)}</View>
      ))}
      <Button kind="main" busy={settle.busy} disabled={items.length === 0} onTap={() => void settle.run(true)}>
        都收下
      </Button>
      <Button kind="stop" disabled={items.length === 0 || settle.busy} onTap={() => void settle.run(false)}>
        都不收
      </Button>
    </>
  );
}

/** What a device sent after it was taken out of service: nothing of it counts before somebody has looked. */
export function HeldPart({ fairId, device }: { fairId: string; device: Device }) {
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button kind="act" onTap={() => setOpen(true)}>
        停用后又传来 {device.held} 条，看看
      </Button>
      {isOpen && (
        <Sheet isOpen onClose={close} label="停用后又传来的">
          <Decide fairId={fairId} device={device} onClose={close} />
        </Sheet>
      )}
    </>
  );
}
