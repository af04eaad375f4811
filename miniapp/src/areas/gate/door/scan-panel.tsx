import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import { aria } from '../../../ui/aria.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Tap } from '../../../ui/tap.tsx';

/** The strip held into a finder, drawn; the whole of it is the scan button. */
export function ScanPanel({ number, busy, onTap }: { number: number | undefined; busy: boolean; onTap: () => void }) {
  return (
    <Tap className="door-cam" label="扫号码条或手机上的码" disabled={busy} onTap={onTap}>
      <View className="door-cam-view" {...aria({ hidden: true })}>
        <View className="door-corner is-tl" />
        <View className="door-corner is-tr" />
        <View className="door-corner is-bl" />
        <View className="door-corner is-br" />
        <View className="door-strip">
          <View className={`door-strip-digits ${number === undefined ? 'is-blank' : ''}`}>{spokenNumber(number ?? 0)}</View>
          <View className="door-strip-code">
            <Icon name="scan" size={40} />
          </View>
        </View>
      </View>
      <View className="door-cam-go">
        {busy ? <View className="spin" /> : <Icon name="scan" size={26} />}
        {busy ? '正在查' : '扫一扫'}
      </View>
    </Tap>
  );
}
