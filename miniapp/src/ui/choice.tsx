import { View } from '@tarojs/components';
import { aria } from './aria.ts';
import { FilterChip } from './chip.tsx';
import { FieldFrame } from './field.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';
import { Tap } from './tap.tsx';

export interface Choice<V extends string> {
  value: V;
  words: string;
  icon?: IconName;
}

interface Shared<V extends string> {
  label: string;
  aside?: string;
  problem?: string | undefined;
  options: readonly Choice<V>[];
}

/** One of a few, as chips. */
export function ChooseOne<V extends string>({ label, options, value, onChange, ...frame }: Shared<V> & { value: V | undefined; onChange: (value: V) => void }) {
  return (
    <FieldFrame label={label} {...frame}>
      <View className="chips" {...aria({ role: 'radiogroup', label })}>
        {options.map((option) => (
          <FilterChip
            key={option.value}
            role="radio"
            isOn={option.value === value}
            onTap={() => onChange(option.value)}
            {...(option.icon && { icon: option.icon })}
          >
            {option.words}
          </FilterChip>
        ))}
      </View>
    </FieldFrame>
  );
}

/** Any number of them, as chips; `most` keeps it to so many. */
export function ChooseSome<V extends string>({
  label,
  options,
  value,
  onChange,
  most,
  ...frame
}: Shared<V> & { value: readonly V[]; onChange: (value: V[]) => void; most?: number }) {
  const toggle = (one: V): void => {
    if (value.includes(one)) onChange(value.filter((other) => other !== one));
    else if (most === undefined || value.length < most) onChange([...value, one]);
  };
  return (
    <FieldFrame label={label} {...frame}>
      <View className="chips">
        {options.map((option) => (
          <FilterChip key={option.value} isOn={value.includes(option.value)} onTap={() => toggle(option.value)} {...(option.icon && { icon: option.icon })}>
            {option.words}
          </FilterChip>
        ))}
      </View>
    </FieldFrame>
  );
}

/** One thing to agree to. Never ticked beforehand. */
export function Agree({ words, isOn, onChange }: { words: string; isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <Tap className="agree" role="checkbox" isOn={isOn} onTap={() => onChange(!isOn)}>
      <View className={`tick-box ${isOn ? 'is-on' : ''}`}>{isOn && <Icon name="check" size={22} />}</View>
      <View className="grow">{words}</View>
    </Tap>
  );
}

/** On or off, at once; the word stands on the switch. */
export function Switch({ words, isOn, onChange, icon }: { words: string; isOn: boolean; onChange: (isOn: boolean) => void; icon?: IconName }) {
  return (
    <Tap className="switch-row" role="switch" isOn={isOn} onTap={() => onChange(!isOn)}>
      {icon && <Icon name={icon} />}
      <View className="grow">{words}</View>
      <View className={`switch ${isOn ? 'is-on' : ''}`} />
    </Tap>
  );
}

/** Two to four views of the same page. */
export function Segment<V extends string>({
  options,
  value,
  onChange,
}: {
  options: readonly { value: V; words: string }[];
  value: V;
  onChange: (value: V) => void;
}) {
  return (
    <View className="seg" {...aria({ role: 'tablist' })}>
      {options.map((option) => (
        <Tap
          key={option.value}
          className={`seg-one ${option.value === value ? 'is-on' : ''}`}
          role="tab"
          isOn={option.value === value}
          onTap={() => onChange(option.value)}
        >
          {option.words}
        </Tap>
      ))}
    </View>
  );
}
