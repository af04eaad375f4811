import { View } from '@tarojs/components';
import { call } from '../../api/call.ts';
import { gateDeedsNow, keepAtGate, useGateDeeds } from '../../api/gate-queue.ts';
import { withServer } from '../../api/link.ts';
import { deviceId } from '../../api/session-store.ts';
import { useAction } from '../../api/use-action.ts';
import { Tap } from '../../ui/tap.tsx';
import { dropEntry, useEntries, useMinutesLeft } from './entries.ts';
import './undo-button.scss';

interface Props {
  fairId: string;
  number: number;
  onUndone?: (number: number) => void;
  /** On a coloured panel rather than in a list. */
  onColour?: boolean;
}

/** What this device did and has not sent yet is taken back in the same queue, behind it. */
export async function takeBack(fairId: string, number: number): Promise<void> {
  const isQueued = gateDeedsNow(fairId).some((deed) => deed.state === 'waiting' && 'number' in deed.payload.act && deed.payload.act.number === number);
  const undone = isQueued ? undefined : await withServer(() => call('attendance.undo', { fairId, number, deviceId: deviceId() }));
  if (!undone) keepAtGate(fairId, { kind: 'undo', number });
  dropEntry(fairId, number);
}

/** Takes a check-in of this device back, while that is allowed; otherwise there is no button. */
export function UndoButton({ fairId, number, onUndone, onColour = false }: Props) {
  const entry = useEntries(fairId).find((made) => made.number === number);
  const left = useMinutesLeft(entry?.madeAt);
  const undo = useAction(async () => {
    await takeBack(fairId, number);
    onUndone?.(number);
  });
  if (left === 0) return null;
  return (
    <Tap className={`undo ${onColour ? 'is-on-colour' : ''}`} disabled={undo.busy} label={`撤销，${left} 分钟内`} onTap={() => void undo.run()}>
      <View className="b">{undo.busy ? '正在撤' : '撤销'}</View>
      <View className="small">{left} 分内</View>
    </Tap>
  );
}

/** The same for somebody whose number is not known yet: by what was kept here. */
export function UndoKept({ fairId, nonce, onUndone }: { fairId: string; nonce: string; onUndone: () => void }) {
  const isWaiting = useGateDeeds(fairId).some((deed) => deed.nonce === nonce && deed.state === 'waiting');
  const undo = useAction(async () => {
    keepAtGate(fairId, { kind: 'undo', of: nonce });
    onUndone();
  });
  if (!isWaiting) return null;
  return (
    <Tap className="undo is-on-colour" disabled={undo.busy} label="撤销" onTap={() => void undo.run()}>
      <View className="b">撤销</View>
    </Tap>
  );
}
