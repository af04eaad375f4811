import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { gateDeedsNow, keepAtGate, useGateDeeds } from '../../api/gate-queue.ts';
import { deviceId } from '../../api/session-store.ts';
import { useAction } from '../../api/use-action.ts';
import { Tap } from '../../ui/tap.tsx';
import { useIsSupervisor } from './above-capacity.tsx';
import { actWithServer, requireInService } from './device-report.ts';
import { dropEntry, useEntries, useMinutesLeft } from './entries.ts';
import { tellDone } from './hub-deeds.ts';
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
  const undone = isQueued ? undefined : await actWithServer(fairId, () => call('attendance.undo', { fairId, number, deviceId: deviceId() }));
  if (undone) void tellDone(fairId, { kind: 'undo', number });
  else {
    requireInService(fairId);
    keepAtGate(fairId, { kind: 'undo', number });
  }
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

/** What another gate has done, taken back by the host or a supervisor: asked twice, and only online, where everybody hears of it. */
export function UndoOthers({ fairId, number, at, onUndone }: Props & { at: string }) {
  const isOwn = useEntries(fairId).some((made) => made.number === number);
  const left = useMinutesLeft(Date.parse(at));
  const [isAsked, setAsked] = useState(false);
  const undo = useAction(async () => {
    await call('attendance.undo', { fairId, number, deviceId: deviceId(), isOthers: true });
    onUndone?.(number);
  });
  const maySupervise = useIsSupervisor();
  if (isOwn || left === 0 || !maySupervise) return null;
  return (
    <Tap className="undo" disabled={undo.busy} label={isAsked ? '确定撤销' : '撤销别的门记的'} onTap={() => (isAsked ? void undo.run() : setAsked(true))}>
      <View className="b">{isAsked ? '确定撤' : '撤销'}</View>
      <View className="small">别的门记的</View>
    </Tap>
  );
}

/** The same for somebody whose number is not known yet: by what was kept here. */
export function UndoKept({ fairId, nonce, onUndone, isPlain = false }: { fairId: string; nonce: string; onUndone: () => void; isPlain?: boolean }) {
  const isWaiting = useGateDeeds(fairId).some((deed) => deed.nonce === nonce && deed.state === 'waiting');
  const undo = useAction(async () => {
    requireInService(fairId);
    keepAtGate(fairId, { kind: 'undo', of: nonce });
    onUndone();
  });
  if (!isWaiting) return null;
  return (
    <Tap className={`undo ${isPlain ? '' : 'is-on-colour'}`} disabled={undo.busy} label="撤销" onTap={() => void undo.run()}>
      <View className="b">撤销</View>
    </Tap>
  );
}
