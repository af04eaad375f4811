import { Picker, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { FieldFrame } from './field.tsx';
import { Icon } from './icon.tsx';

export interface Option<V extends string = string> {
  value: V;
  words: string;
}

interface Shared {
  label: string;
  aside?: ReactNode;
  hint?: ReactNode;
  problem?: string | undefined;
  placeholder?: string;
  disabled?: boolean;
}
interface DayProps extends Shared {
  /** `2026-02-07`, or empty. */
  value: string;
  onChange: (value: string) => void;
  from?: string;
  until?: string;
}
interface ListProps<V extends string> extends Shared {
  value: V | '';
  onChange: (value: V) => void;
  options: readonly Option<V>[];
}

const isWechat = process.env.TARO_ENV === 'weapp';

/** What is chosen, drawn as a field one taps; in WeChat the picker rises from below. */
function Shown({ words, placeholder, problem }: { words: string; placeholder: string; problem: string | undefined }) {
  return (
    <View className={`input ${problem ? 'is-bad' : ''}`}>
      <View className={`grow ${words ? '' : 'input-empty'}`}>{words || placeholder}</View>
      <Icon name="down" size={20} />
    </View>
  );
}

function pickDayOrTime(mode: 'date' | 'time') {
  return function DayOrTimeField({ value, onChange, from, until, placeholder = '点这里选', disabled = false, ...frame }: DayProps) {
    const state = `input ${frame.problem ? 'is-bad' : ''}`;
    return (
      <FieldFrame {...frame}>
        {isWechat ? (
          <Picker
            mode={mode}
            value={value}
            disabled={disabled}
            onChange={(event) => onChange(String(event.detail.value))}
            {...(from && { start: from })}
            {...(until && { end: until })}
          >
            <Shown words={value} placeholder={placeholder} problem={frame.problem} />
          </Picker>
        ) : (
          <View className={state}>
            <input
              className="input-own"
              type={mode}
              aria-label={frame.label}
              value={value}
              min={from}
              max={until}
              disabled={disabled}
              onChange={(event) => onChange(event.target.value)}
            />
          </View>
        )}
      </FieldFrame>
    );
  };
}

/** A China day: `2026-02-07`. */
export const DayField = pickDayOrTime('date');
/** A clock time: `09:00`. */
export const TimeField = pickDayOrTime('time');

/** One of a longer list; for up to eight use ChooseOne. */
export function ListField<V extends string>({ value, onChange, options, placeholder = '点这里选', disabled = false, ...frame }: ListProps<V>) {
  const at = options.findIndex((option) => option.value === value);
  const pick = (index: number): void => {
    const option = options[index];
    if (option) onChange(option.value);
  };
  return (
    <FieldFrame {...frame}>
      {isWechat ? (
        <Picker
          mode="selector"
          range={options.map((option) => option.words)}
          value={Math.max(at, 0)}
          disabled={disabled}
          onChange={(event) => pick(Number(event.detail.value))}
        >
          <Shown words={options[at]?.words ?? ''} placeholder={placeholder} problem={frame.problem} />
        </Picker>
      ) : (
        <View className={`input ${frame.problem ? 'is-bad' : ''}`}>
          <select className="input-own" aria-label={frame.label} value={at} disabled={disabled} onChange={(event) => pick(Number(event.target.value))}>
            {at < 0 && <option value={-1}>{placeholder}</option>}
            {options.map((option, index) => (
              <option key={option.value} value={index}>
                {option.words}
              </option>
            ))}
          </select>
        </View>
      )}
    </FieldFrame>
  );
}
