import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Refusal } from '../api/refusal.ts';
import { useSession } from '../api/session-store.ts';
import { goBack } from '../nav.ts';
import { aria } from './aria.ts';
import { Button } from './button.tsx';
import { Picture } from './picture.tsx';

/** Nothing here yet, and the next step: 还没有回音 · 投一个试试. */
export function Empty({ title, words, action }: { title: string; words?: ReactNode; action?: ReactNode }) {
  return (
    <View className="card empty">
      <Picture name="horizon-pale" className="band-art" />
      <View className="b">{title}</View>
      {words !== undefined && <View className="t2">{words}</View>}
      {action}
    </View>
  );
}

/** A page that could not be read: the mist, the sentence, 再试; of a broken link the way back, as another try cannot mend it. */
export function ErrorView({ problem, onRetry, action }: { problem: Refusal; onRetry: () => void; action?: ReactNode }) {
  const isNetwork = problem.code === 'network';
  const isBroken = problem.code === 'invalid_input';
  const role = useSession()?.acting.role;
  return (
    <View className="card empty" {...aria({ role: 'alert' })}>
      <Picture name="horizon-mist" className="band-art" />
      <View className="b">{isNetwork ? '网不通' : isBroken ? '这个链接不全，打不开' : problem.sentence}</View>
      {isNetwork && <View className="t2">换个地方再试一次</View>}
      <View className="row">
        {action}
        <Button kind="act" onTap={isBroken ? () => goBack(role) : onRetry}>
          {isBroken ? '回去' : '再试'}
        </Button>
      </View>
    </View>
  );
}
