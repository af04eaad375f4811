import { chinaTime } from '@shanhai/shared/rules/china-day.ts';
import { rotatingCode, stepLeftMs } from '@shanhai/shared/rules/rotating-code.ts';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { useParams } from '../../../nav.ts';
import { FilterChip } from '../../../ui/chip.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Page } from '../../../ui/page.tsx';
import { QrCode } from '../../../ui/qr-code.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useGate } from '../entries.ts';
import { type ScreenKept, useScreenKey } from './screen-key.ts';
import './index.scss';

const tickMs = 250;
const stepMs = 30_000;
/** A code that takes up most of a tablet held upright, and of a wall screen. */
const largest = 620;
const besideCode = 440;

function useTime(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** A screen that goes dark shows no code. */
function useStayingLit(): void {
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp') {
      void Taro.setKeepScreenOn({ keepScreenOn: true });
      return () => void Taro.setKeepScreenOn({ keepScreenOn: false });
    }
    const held = navigator.wakeLock?.request('screen').catch(() => undefined);
    return () => void held?.then((lock) => lock?.release());
  }, []);
}

/** A wall or a laptop: the code at the right, as high as the screen, the words at the left (`index.scss`). */
const wideFrom = 900;
const aboveAndBelow = 140;
const widestShare = 0.55;

function sideOf(): number {
  const { windowWidth, windowHeight } = Taro.getWindowInfo();
  if (windowWidth >= wideFrom && windowWidth > windowHeight) return Math.max(220, Math.min(windowHeight - aboveAndBelow, windowWidth * widestShare));
  return Math.max(220, Math.min(largest, windowWidth - 48, windowHeight - besideCode));
}

function ShownCode({ kept, gate }: { kept: ScreenKept; gate: number }) {
  const now = useTime() + kept.aheadMs;
  const left = stepLeftMs(now);
  return (
    <>
      <View className="screen-code">
        <QrCode text={kept.link + rotatingCode(kept, kept.fair.fairId, gate, now)} size={sideOf()} label="签到的码，半分钟换一次" />
      </View>
      <View className="screen-bar">
        <View className="screen-bar-left" style={{ width: `${(100 * left) / stepMs}%` }} />
      </View>
      <View className="screen-left">{Math.ceil(left / 1000)} 秒后换</View>
    </>
  );
}

interface ShownProps {
  kept: ScreenKept;
  isAlone: boolean;
  gate: string;
  chooseGate: (gate: string) => void;
}

function Shown({ kept, isAlone, gate: chosen, chooseGate }: ShownProps) {
  const { gates, title, subtitle, closesAt } = kept.fair;
  const gate = gates.includes(chosen) ? chosen : (gates[0] ?? '');
  useStayingLit();
  return (
    <View className="screen">
      <View className="screen-title">{title}</View>
      <View className="screen-words">{subtitle}</View>
      <View className="screen-ask">
        <View className="nw">微信扫一扫，</View>
        <View className="nw">点“确认签到”</View>
      </View>
      <ShownCode kept={kept} gate={Math.max(0, gates.indexOf(gate))} />
      <View className="screen-foot">
        {gates.length > 1 ? (
          gates.map((one) => (
            <FilterChip key={one} role="radio" isOn={one === gate} onTap={() => chooseGate(one)}>
              {one}
            </FilterChip>
          ))
        ) : (
          <View>{gate}</View>
        )}
        <View className="screen-words">到 {chinaTime(closesAt)}</View>
        {isAlone && (
          <View className="screen-words row">
            <Icon name="off" size={20} />
            没网也照常换
          </View>
        )}
      </View>
    </View>
  );
}

/** The code of a gate on a tablet or a wall: another one every 30 seconds, with or without network. */
export default function GateScreen() {
  const { fairId = '' } = useParams('/areas/gate/screen/index');
  const [gate, chooseGate] = useGate(fairId, undefined);
  const { kept, problem, retry } = useScreenKey(fairId, gate);
  return (
    <Page title="门口的码" bare className="screen-page">
      {kept && <Shown kept={kept} isAlone={problem !== undefined} gate={gate} chooseGate={chooseGate} />}
      {!kept && problem && <ErrorView problem={problem} onRetry={retry} />}
      {!kept && !problem && (fairId ? <Skeleton /> : <Empty title="没说是哪一场" words="从招聘会的“到场怎么算”里打开" />)}
    </Page>
  );
}
