import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Session } from '../../../api/session-store.ts';
import { go, homeOf, restartAt, useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Segment } from '../../../ui/choice.tsx';
import { Page } from '../../../ui/page.tsx';
import { DeskCode } from './desk-code.tsx';
import { Personas } from './personas.tsx';
import './index.scss';

type Way = 'persona' | 'desk';
const ways: { value: Way; words: string }[] = [
  { value: 'persona', words: '选一个人' },
  { value: 'desk', words: '扫码登录' },
];

/** Signing in from a browser. WeChat signs in by itself and never comes here. */
export default function SignIn() {
  const { back } = useParams('/areas/desk/sign-in/index');
  const [way, setWay] = useState<Way>(SIGN_IN === 'persona' ? 'persona' : 'desk');
  const enter = (session: Session): void => restartAt(back || homeOf[session.acting.role]);
  return (
    <Page title="登录" brand bare className="sign-in">
      <View className="sign-in-room">
        {SIGN_IN === 'persona' && <Segment options={ways} value={way} onChange={setWay} />}
        {way === 'persona' ? <Personas onEntered={enter} /> : <DeskCode onEntered={enter} />}
        <View className="pair">
          <Button kind="quiet" onTap={() => go('/areas/rights/guide/index')}>
            隐私保护指引
          </Button>
          <Button kind="quiet" onTap={() => go('/areas/rights/terms/index')}>
            用户协议
          </Button>
        </View>
      </View>
    </Page>
  );
}
