import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { aria } from './aria.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { TypeIn, type TypeInKind } from './type-in.tsx';

interface FrameProps {
  label: string;
  /** Small, at the right of the label: 没有就空着. */
  aside?: ReactNode;
  hint?: ReactNode;
  /** What is wrong, as a sentence. */
  problem?: string | undefined;
  children: ReactNode;
}

/** Label above, hint or problem below. */
export function FieldFrame({ label, aside, hint, problem, children }: FrameProps) {
  return (
    <View className="field">
      <View className="field-label">
        {label}
        {aside !== undefined && <View className="field-aside">{aside}</View>}
      </View>
      {children}
      {problem ? (
        <View className="hint stop" {...aria({ live: 'polite' })}>
          {problem}
        </View>
      ) : (
        hint !== undefined && <View className="hint">{hint}</View>
      )}
    </View>
  );
}

interface FieldProps extends Omit<FrameProps, 'children'> {
  kind?: TypeInKind;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  unit?: string;
  most?: number;
  disabled?: boolean;
  focus?: boolean;
  /** Green edge: what was typed is right. */
  isGood?: boolean;
  /** Red edge without words of its own, when a finding below says it. */
  isBad?: boolean;
  onLeave?: () => void;
  onDone?: () => void;
}

function edgeOf({ kind, problem, isBad, isGood, disabled }: FieldProps, isIn: boolean): string {
  const shape = `input ${kind === 'area' ? 'is-area' : ''} ${disabled ? 'is-off' : ''}`;
  if (problem || isBad) return `${shape} is-bad`;
  if (isIn) return `${shape} is-on`;
  return isGood ? `${shape} is-good` : shape;
}

/** A field to type in. `number` takes a decimal, `digits` whole numbers, `area` several lines. */
export function Field(props: FieldProps) {
  const { label, aside, hint, problem, kind = 'text', value, onChange, placeholder, unit, most, disabled, focus, onLeave, onDone } = props;
  const [isIn, setIn] = useState(false);
  const leave = (): void => {
    setIn(false);
    onLeave?.();
  };
  return (
    <FieldFrame label={label} aside={aside} hint={hint} problem={problem}>
      <View className={edgeOf(props, isIn)}>
        <TypeIn {...{ label, value, onChange, placeholder, most, disabled, focus, onDone, kind }} onFocus={() => setIn(true)} onLeave={leave} />
        {unit && <View className="input-unit">{unit}</View>}
      </View>
    </FieldFrame>
  );
}

interface FindingProps {
  title: string;
  /** The sentence to put in its place. */
  fix?: string | undefined;
  onFix?: (() => void) | undefined;
  fixWords?: string;
  /** The article it rests on. */
  law?: string | undefined;
  /** Worth a look, but nothing that stops. */
  mild?: boolean;
}

/** What is wrong with a field, the sentence that would be right, and the law: below the field it is about. */
export function Finding({ title, fix, onFix, fixWords = '换成这句', law, mild = false }: FindingProps) {
  return (
    <View className={`finding ${mild ? 'is-mild' : ''}`} {...aria({ live: 'polite' })}>
      <View className="finding-title">
        <Icon name="warn" size={22} />
        {title}
      </View>
      {fix && <View className="finding-fix">改成：{fix}</View>}
      {fix && onFix && (
        <View>
          <Button kind="act" onTap={onFix}>
            {fixWords}
          </Button>
        </View>
      )}
      {law && (
        <View className="finding-law">
          <Icon name="scales" size={18} />
          <View className="grow">{law}</View>
        </View>
      )}
    </View>
  );
}
