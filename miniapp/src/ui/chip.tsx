import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';
import { Tap } from './tap.tsx';

export type Tone = 'ok' | 'wait' | 'stop' | 'act' | 'grey';

/** A fact in a word or two: 包住, 已核验. Not to be tapped. */
export function Chip({ children, icon, tone = 'grey' }: { children: ReactNode; icon?: IconName; tone?: Tone }) {
  return (
    <View className={`fact ${tone}`}>
      {icon && <Icon name={icon} size={18} />}
      {children}
    </View>
  );
}

interface FilterChipProps {
  children: ReactNode;
  isOn: boolean;
  onTap: () => void;
  icon?: IconName;
  role?: 'radio' | 'checkbox';
}

/** Something to choose or filter by; a tick and bold words when chosen. */
export function FilterChip({ children, isOn, onTap, icon, role = 'checkbox' }: FilterChipProps) {
  return (
    <Tap className={`chip ${isOn ? 'is-on' : ''}`} onTap={onTap} role={role} isOn={isOn}>
      {isOn ? <Icon name="check" size={20} /> : icon && <Icon name={icon} size={20} />}
      {children}
    </Tap>
  );
}

/** Chips in lines that wrap. */
export function Chips({ children }: { children: ReactNode }) {
  return <View className="chips">{children}</View>;
}
