import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Tone } from './chip.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';
import { Tap } from './tap.tsx';

/** White ground. `flush` for rows that reach the edge; otherwise its children stand one below another. */
export function Card({ children, flush = false, className = '' }: { children: ReactNode; flush?: boolean; className?: string }) {
  return <View className={`card ${flush ? 'flush' : 'stack'} ${className}`}>{children}</View>;
}

/** The heading above a group, with something small at its right. */
export function Heading({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <View className="sec">
      <View className="h3">{children}</View>
      {aside !== undefined && <View className="small t2">{aside}</View>}
    </View>
  );
}

/** Marks what was made up for the demonstration: `<Demo when={employer.demo} />`. */
export function Demo({ when, words = '演示' }: { when: boolean | undefined; words?: string }) {
  return when ? <Text className="demo">{words}</Text> : null;
}

export function Tile({ icon, tone = 'act' }: { icon: IconName; tone?: Tone }) {
  return (
    <View className={`tile ${tone}`}>
      <Icon name={icon} size={26} />
    </View>
  );
}

interface RowProps {
  title: ReactNode;
  words?: ReactNode;
  icon?: IconName;
  tone?: Tone;
  /** At the right, before the arrow. */
  aside?: ReactNode;
  onTap?: (() => void) | undefined;
  isOn?: boolean;
  label?: string;
}

/** One line of a list in a flush card. With `onTap` it has an arrow and opens something. */
export function Row({ title, words, icon, tone, aside, onTap, isOn = false, label }: RowProps) {
  const inside = (
    <>
      {icon && <Tile icon={icon} {...(tone && { tone })} />}
      <View className="grow">
        <View className="li-title">{title}</View>
        {words !== undefined && <View className="li-words">{words}</View>}
      </View>
      {aside}
      {onTap && <Icon name="chev" size={20} className="li-chev" />}
    </>
  );
  const look = `li ${isOn ? 'is-on' : ''}`;
  if (!onTap) return <View className={`${look} is-still`}>{inside}</View>;
  return (
    <Tap className={look} onTap={onTap} label={label}>
      {inside}
    </Tap>
  );
}

interface RadioRowProps {
  title: ReactNode;
  words?: ReactNode;
  icon?: IconName;
  isOn: boolean;
  aside?: ReactNode;
  onTap: () => void;
}

/** One of several, of which one holds: the roles in 换身份. */
export function RadioRow({ title, words, icon, isOn, aside, onTap }: RadioRowProps) {
  return (
    <Tap className="li" onTap={onTap} role="radio" isOn={isOn}>
      <View className={`radio ${isOn ? 'is-on' : ''}`}>{isOn && <Icon name="check" size={18} />}</View>
      {icon && <Icon name={icon} size={26} />}
      <View className="grow">
        <View className="li-title">{title}</View>
        {words !== undefined && <View className="li-words">{words}</View>}
      </View>
      {aside}
    </Tap>
  );
}

/** What and value in two columns: 想做 · 电工. */
export function Pairs({ items }: { items: readonly (readonly [what: string, value: ReactNode])[] }) {
  return (
    <View>
      {items.map(([what, value]) => (
        <View key={what} className="pairs-line">
          <View className="pairs-what">{what}</View>
          <View className="pairs-value">{value}</View>
        </View>
      ))}
    </View>
  );
}
