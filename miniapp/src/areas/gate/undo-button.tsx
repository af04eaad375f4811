import { View } from '@tarojs/components';
import { call } from '../../api/call.ts';
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

/** Takes a check-in of this device back, while that is allowed; otherwise there is no button. */
export function UndoButton({ fairId, number, onUndone, onColour = false }: Props) {
  const entry = useEntries(fairId).find((made) => made.number === number);
  const left = useMinutesLeft(entry?.madeAt);
  const undo = useAction(async () => {
    await call('attendance.undo', { fairId, number, deviceId: deviceId() });
    dropEntry(fairId, number);
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
