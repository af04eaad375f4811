import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { type ReactNode, useEffect, useState } from 'react';
import { useSession } from '../api/session-store.ts';
import { addressNow, goBack, isTab } from '../nav.ts';
import { Icon } from './icon.tsx';
import { Picture, type PictureName } from './picture.tsx';
import { PrivacySheet } from './privacy-sheet.tsx';
import { ScanSheet } from './scan-sheet.tsx';
import { deviceBars, useWideScreen } from './screen.ts';
import { StaffFrame } from './staff-frame.tsx';
import { Tap } from './tap.tsx';
import { useTextSize } from './text-size.ts';
import { ToastPlace } from './toast.tsx';

export interface PageProps {
  title: string;
  children: ReactNode;
  /** Stays at the foot of the screen: the main button and a sentence below it. */
  foot?: ReactNode;
  /** Our mark and name in place of back and title. */
  brand?: boolean;
  /** Words over the landscape at the top; `tall` is its height below the title bar in px. */
  hero?: { words: ReactNode; tall: number; picture?: PictureName };
  /** White ground behind the title. */
  paper?: boolean;
  /** Straight below the title, from edge to edge. */
  top?: ReactNode;
  /** On a desktop: use the whole width (tables), and something at the right of the title. */
  wide?: boolean;
  titleAside?: ReactNode;
  /** No menu and no frame on a desktop: the live board, the sign-in. */
  bare?: boolean;
  className?: string;
}

function TitleBar({ title, brand, right }: { title: string; brand: boolean | undefined; right: number }) {
  const session = useSession();
  const [hasBack] = useState(() => !isTab(addressNow()));
  const room = right ? { paddingRight: `${right + 8}px` } : undefined;
  const back = hasBack && (
    <Tap className="titlebar-back" label="返回" onTap={() => goBack(session?.acting.role)}>
      <Icon name="back" size={26} />
    </Tap>
  );
  if (brand)
    return (
      <View className="titlebar" style={room}>
        {back}
        <View className="titlebar-brand">
          <Picture name="mark" size={28} />
          山海就业
        </View>
      </View>
    );
  return (
    <View className="titlebar" style={room}>
      {back}
      <View className={`titlebar-words ${hasBack ? '' : 'is-first'}`}>
        {title}
        {session?.acting.role === 'recruiter' && <View className="titlebar-who">{session.acting.scopeName}</View>}
      </View>
    </View>
  );
}

function PhonePage({ title, children, foot, brand, hero, paper, top }: PageProps) {
  const [bars] = useState(deviceBars);
  const above = bars.above ? { paddingTop: `${bars.above}px` } : undefined;
  return (
    <>
      <View className={`head ${hero ? 'is-silk' : paper ? 'is-paper' : ''}`} style={above}>
        {hero && <Picture name={hero.picture ?? 'hero'} className="head-art" />}
        <TitleBar title={title} brand={brand} right={bars.right} />
        {hero && (
          <View className="head-words" style={{ height: `${hero.tall}px` }}>
            {hero.words}
          </View>
        )}
      </View>
      {top}
      <View className="body">{children}</View>
      {foot !== undefined && (
        <>
          <View className="foot-room" />
          <View className="foot">{foot}</View>
        </>
      )}
    </>
  );
}

/** The root of every page: title, room for the phone's bars, the reader's type size, toasts and the scan sheet; for staff on a desktop, the menu. */
export function Page(props: PageProps) {
  const { title, bare = false, className = '' } = props;
  const size = useTextSize();
  const session = useSession();
  const isDesk = useWideScreen() && !bare && session !== undefined && session.acting.role !== 'worker';
  useEffect(() => {
    // The frame has its own menu; the browser's tab bar would be a second one.
    if (process.env.TARO_ENV === 'h5' && isTab(addressNow())) void (isDesk ? Taro.hideTabBar() : Taro.showTabBar());
  }, [isDesk]);
  useEffect(() => {
    if (process.env.TARO_ENV === 'h5') void Taro.setNavigationBarTitle({ title: `${title} · 山海就业` });
  }, [title]);
  return (
    <View className={`shell fs-${size} ${isDesk ? 'is-desk' : ''} ${bare ? 'is-bare' : ''} ${className}`}>
      {isDesk ? <StaffFrame session={session} {...props} /> : <PhonePage {...props} />}
      <ToastPlace />
      <ScanSheet />
      {process.env.TARO_ENV === 'weapp' && <PrivacySheet />}
    </View>
  );
}
