import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import { Chip } from '../../../ui/chip.tsx';
import { UndoButton, UndoKept } from '../undo-button.tsx';
import type { Came } from './use-family.ts';

interface Props {
  fairId: string;
  name: string;
  came: Extract<Came, { kind: 'passed' }>;
  onUndone: () => void;
}

/** One who is through: the number, what was said, and taking this one back while that is allowed. */
export function CameRow({ fairId, name, came: { number, nonce, words }, onUndone }: Props) {
  return (
    <View className="li is-still fw family-row">
      <View className="grow">
        <View className="li-title">{name}</View>
        <View className="li-words">{words}</View>
      </View>
      {number !== undefined && <Chip tone="ok">{spokenNumber(number)}</Chip>}
      {number !== undefined && <UndoButton fairId={fairId} number={number} onUndone={onUndone} />}
      {nonce !== undefined && <UndoKept fairId={fairId} nonce={nonce} onUndone={onUndone} isPlain />}
    </View>
  );
}

/** Why one is not through yet. */
export function NotYet({ came }: { came: Came | undefined }) {
  if (!came || came.kind === 'passed') return null;
  return (
    <View className="row">
      <Chip tone="stop">{came.kind === 'full' ? '人满了，先在门外等' : came.words}</Chip>
    </View>
  );
}
