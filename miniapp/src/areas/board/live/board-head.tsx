import { chinaTime } from '@shanhai/shared/rules/china-day.ts';
import { View } from '@tarojs/components';
import { useCallback, useEffect, useState } from 'react';
import { useSession } from '../../../api/session-store.ts';
import { goBack, type Role } from '../../../nav.ts';
import { Lamp } from '../../../ui/figures.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Picture } from '../../../ui/picture.tsx';
import { Demo } from '../../../ui/row.tsx';
import { Tap } from '../../../ui/tap.tsx';
import type { Board } from './ridge.ts';

const lateSeconds = 8;
const awakeMs = 4000;

/** Seconds since these figures came, and the server's time now: a wall's own clock may be wrong. */
function useAge(readAt: string): { seconds: number; clock: string } {
  const [received, setReceived] = useState({ readAt, at: Date.now() });
  const [now, setNow] = useState(Date.now);
  useEffect(() => setReceived({ readAt, at: Date.now() }), [readAt]);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const passed = Math.max(0, now - received.at);
  return { seconds: Math.floor(passed / 1000), clock: chinaTime(new Date(Date.parse(received.readAt) + passed).toISOString()) };
}

function ageWords(seconds: number): string {
  if (seconds < 1) return '刚刚更新';
  return seconds < lateSeconds ? `${seconds} 秒前更新` : `${seconds} 秒没更新，网慢`;
}

/** Somebody stands at the wall's computer: the pointer moved or a key was pressed just now. Escape leads back. */
function useAwake(onLeave: () => void): boolean {
  const [isAwake, setAwake] = useState(process.env.TARO_ENV === 'h5');
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined;
    let timer = setTimeout(() => setAwake(false), awakeMs);
    const wake = (event: Event): void => {
      if (event instanceof KeyboardEvent && event.key === 'Escape') onLeave();
      clearTimeout(timer);
      timer = setTimeout(() => setAwake(false), awakeMs);
      setAwake(true);
    };
    const signs = ['pointermove', 'pointerdown', 'keydown'] as const;
    for (const sign of signs) window.addEventListener(sign, wake);
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, wake);
    };
  }, [onLeave]);
  return isAwake;
}

/** Our mark; while somebody is at the wall's computer, the way back. */
function Mark({ role }: { role: Role | undefined }) {
  const leave = useCallback(() => goBack(role), [role]);
  const isAwake = useAwake(leave);
  return (
    <Tap className={`board-mark ${isAwake ? 'is-awake' : ''}`} label="返回" onTap={leave}>
      {isAwake ? <Icon name="back" size={28} /> : <Picture name="mark" className="board-mark-art" />}
    </Tap>
  );
}

/** Which fair, how fresh the figures are, and what time it is. */
export function BoardHead({ board }: { board: Board }) {
  const session = useSession();
  const { seconds, clock } = useAge(board.readAt);
  return (
    <View className="board-head">
      <Mark role={session?.acting.role} />
      <View className="board-title">{board.title}</View>
      <View className="board-where">
        {board.subtitle || board.place}
        <Demo when={board.demo} words="演示数字" />
      </View>
      <View className="board-age">
        <Lamp state={seconds < lateSeconds ? 'ok' : 'wait'}>{ageWords(seconds)}</Lamp>
      </View>
      <View className="board-clock">{clock}</View>
    </View>
  );
}
