import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';
import { Tap } from './tap.tsx';

export interface ButtonProps {
  /** main: the one of the page. quiet: words only. */
  kind?: 'main' | 'act' | 'ok' | 'line' | 'soft' | 'quiet' | 'stop';
  children: ReactNode;
  onTap?: (() => void) | undefined;
  icon?: IconName;
  /** After the words: where it leads. */
  iconAfter?: IconName;
  wide?: boolean;
  busy?: boolean;
  /** Words while busy: 正在签到. */
  busyWords?: string;
  /** A text is the reason, and becomes the label: 还差 2 处. */
  disabled?: boolean | string | undefined;
  label?: string;
  onPhone?: (code: string | undefined) => void;
  className?: string;
}

/** A button with words. While busy it turns and takes no tap; when it cannot be used it says why. */
export function Button({ kind = 'act', children, onTap, icon, iconAfter, wide, busy = false, busyWords, disabled = false, label, onPhone, className = '' }: ButtonProps) {
  const isOff = disabled !== false && !busy;
  const look = `btn ${kind} ${wide ? 'wide' : ''} ${busy ? 'is-busy' : ''} ${isOff ? 'is-off' : ''} ${className}`;
  const words = busy && busyWords ? busyWords : typeof disabled === 'string' ? disabled : children;
  return (
    <Tap className={look} onTap={onTap} disabled={isOff || busy} label={label} onPhone={onPhone}>
      {busy ? <View className="spin" /> : icon && <Icon name={icon} />}
      {words}
      {iconAfter && !busy && <Icon name={iconAfter} />}
    </Tap>
  );
}
