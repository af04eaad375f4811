import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { forceAlone } from '../api/link.ts';
import { aria } from '../ui/aria.ts';
import { Switch } from '../ui/choice.tsx';
import { Icon } from '../ui/icon.tsx';
import { Card } from '../ui/row.tsx';
import { UnreadableNews } from '../ui/tap-news.tsx';

interface LinkCardProps {
  isDown: boolean;
  isForced: boolean;
  /** One plain word on the network. */
  title: string;
  /** What waits to be sent. */
  queue: string;
  /** What of the fair this device holds. */
  list: string;
  children?: ReactNode;
}

/** How a gate or a booth stands with the network, and the operator's own switch. */
export function LinkCard({ isDown, isForced, title, queue, list, children }: LinkCardProps) {
  return (
    <>
      <UnreadableNews />
      <Card>
        <View className={`row ${isDown ? 'wait-t' : ''}`} {...aria({ role: 'status', live: 'polite' })}>
          <Icon name={isDown ? 'off' : 'synced'} size={30} />
          <View className="grow">
            <View className="b">{title}</View>
            <View className="small">{queue}</View>
            <View className="small t2">{list}</View>
          </View>
        </View>
        <Switch words="没网模式" isOn={isForced} onChange={forceAlone} />
        {children}
      </Card>
    </>
  );
}
