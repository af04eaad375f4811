import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import { aria } from '../../../ui/aria.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { IconName } from '../../../ui/icon-names.ts';
import { AboveCapacity } from '../above-capacity.tsx';
import { UndoButton, UndoKept } from '../undo-button.tsx';
import { type Asked, undoableNumber, type Verdict } from '../verdict.ts';

interface Props {
  fairId: string;
  verdict: Verdict;
  busy: boolean;
  onRetry: (asked: Asked) => void;
  onUndone: (number?: number) => void;
}

const icons: Record<Verdict['kind'], IconName> = {
  in: 'okc',
  already: 'info',
  undone: 'undo',
  refused: 'x',
  unsure: 'off',
  kept: 'okc',
  out: 'swap',
  full: 'x',
};

function titleOf(verdict: Verdict): string {
  if ('number' in verdict && verdict.number !== undefined) return spokenNumber(verdict.number);
  if (verdict.kind === 'kept') return verdict.isAtHub ? '可以进' : '已记在本机';
  if (verdict.kind === 'already') return '进过了';
  if (verdict.kind === 'undone') return '撤了';
  if (verdict.kind === 'out') return '出去了';
  if (verdict.kind === 'full') return '人满了';
  return verdict.kind === 'refused' ? verdict.title : '网不通';
}

function wordsOf(verdict: Verdict): string {
  if (verdict.kind === 'undone') return '撤了，这次不算进场';
  if (verdict.kind === 'full') return '请他在门外等，有人出来再进';
  return verdict.kind === 'unsure' ? '名单不在本机，还不知道进没进，再试一次' : verdict.words;
}

/** What became of the last scan: in large digits or words, in a colour of its own, with what may be done about it. */
export function Result({ fairId, verdict, busy, onRetry, onUndone }: Props) {
  const ownNumber = undoableNumber(verdict);
  const hasNumber = 'number' in verdict && verdict.number !== undefined;
  return (
    <View className={`door-got is-${verdict.kind}`} {...aria({ role: 'status', live: 'assertive' })}>
      <Icon name={icons[verdict.kind]} size={34} />
      <View className="grow">
        <View className={hasNumber ? 'door-got-number' : 'door-got-title'}>{titleOf(verdict)}</View>
        <View className="small">{wordsOf(verdict)}</View>
      </View>
      {ownNumber !== undefined && <UndoButton fairId={fairId} number={ownNumber} onUndone={onUndone} onColour />}
      {verdict.kind === 'kept' && <UndoKept fairId={fairId} nonce={verdict.nonce} onUndone={onUndone} />}
      {verdict.kind === 'full' && <AboveCapacity busy={busy} onReason={(override) => onRetry({ ...verdict.asked, override })} />}
      {verdict.kind === 'unsure' && (
        <Button kind="soft" busy={busy} onTap={() => onRetry(verdict.asked)}>
          再试
        </Button>
      )}
    </View>
  );
}
