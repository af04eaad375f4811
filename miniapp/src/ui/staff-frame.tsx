import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import type { Session } from '../api/session-store.ts';
import { addressNow, go, type MenuEntry, menuOf, restartAt, roleWords } from '../nav.ts';
import { Icon } from './icon.tsx';
import { Picture } from './picture.tsx';
import { Tap } from './tap.tsx';

interface FrameProps {
  session: Session;
  title: string;
  children: ReactNode;
  foot?: ReactNode;
  top?: ReactNode;
  wide?: boolean;
  titleAside?: ReactNode;
}

const me: MenuEntry = { words: '我的', icon: 'user', address: '/tabs/me/index' };

function Menu({ role }: { role: Session['acting']['role'] }) {
  const [here] = useState(() => addressNow().split('?')[0]);
  return (
    <View className="frame-side">
      {[...menuOf[role], me].map((entry) => (
        <Tap key={entry.address} className={`frame-link ${entry.address === here ? 'is-on' : ''}`} role="link" onTap={() => restartAt(entry.address)}>
          <Icon name={entry.icon} />
          {entry.words}
        </Tap>
      ))}
    </View>
  );
}

/** Staff at a desktop: bar above, menu at the left, the page in the middle. */
export function StaffFrame({ session, title, children, foot, top, wide = false, titleAside }: FrameProps) {
  const { role, scopeName } = session.acting;
  return (
    <View className="frame">
      <View className="frame-top">
        <View className="frame-brand">
          <Picture name="mark" size={34} />
          山海就业
        </View>
        <View className="grow t2">{scopeName}</View>
        <Tap className="btn quiet" onTap={() => go('/tabs/me/index')}>
          <Icon name="user" />
          {roleWords[role]}
        </Tap>
      </View>
      <View className="frame-low">
        <Menu role={role} />
        <View className="frame-main">
          <View className="frame-title">
            <View className="h2 grow">{title}</View>
            {titleAside}
          </View>
          {top}
          <View className={`frame-body ${wide ? 'is-wide' : ''}`}>{children}</View>
          {foot !== undefined && <View className="frame-foot">{foot}</View>}
        </View>
      </View>
    </View>
  );
}
