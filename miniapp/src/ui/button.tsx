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
  onAgreePrivacy?: () => void;
  className?: string;
}

const lookOf = (state: Record<string, boolean | undefined>): string =>
  Object.entries(state)
    .filter(([, holds]) => holds)
    .map(([name]) => name)
    .join(' ');

function wordsOf({ children, busy, busyWords, disabled }: ButtonProps): ReactNode {
  if (busy && busyWords) return busyWords;
  return typeof disabled === 'string' ? disabled : children;
}

/** A button with words. While busy it turns and takes no tap; when it cannot be used it says why. */
export function Button(props: ButtonProps) {
  const { kind = 'act', onTap, icon, iconAfter, wide, busy = false, disabled = false, label, onPhone, onAgreePrivacy, className = '' } = props;
  const isOff = disabled !== false && !busy;
  const look = `btn ${kind} ${className} ${lookOf({ wide, 'is-busy': busy, 'is-off': isOff })}`;
  return (
    <Tap className={look} onTap={onTap} disabled={isOff || busy} label={label} onPhone={onPhone} onAgreePrivacy={onAgreePrivacy}>
      {busy ? <View className="spin" /> : icon && <Icon name={icon} />}
      {wordsOf(props)}
      {iconAfter && !busy && <Icon name={iconAfter} />}
    </Tap>
  );
}
