import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';

export type BannerKind = 'synced' | 'queued' | 'offline' | 'failed' | 'done' | 'wait' | 'info';
const looks: Record<BannerKind, readonly [tone: string, icon: IconName]> = {
  synced: ['ok', 'synced'],
  queued: ['wait', 'up'],
  offline: ['wait', 'off'],
  failed: ['stop', 'x'],
  done: ['ok', 'okc'],
  wait: ['wait', 'clock'],
  info: ['act', 'info'],
};

/** How things stand, in one line and a second smaller one; read aloud when it changes. */
export function Banner({ kind, title, words, aside, icon }: { kind: BannerKind; title: ReactNode; words?: ReactNode; aside?: ReactNode; icon?: IconName }) {
  const [tone, ownIcon] = looks[kind];
  return (
    <View className={`banner ${tone}`} {...aria({ role: kind === 'failed' ? 'alert' : 'status', live: kind === 'failed' ? 'assertive' : 'polite' })}>
      <Icon name={icon ?? ownIcon} size={32} />
      <View className="grow">
        <View className="banner-title">{title}</View>
        {words !== undefined && <View className="banner-words">{words}</View>}
      </View>
      {aside}
    </View>
  );
}
