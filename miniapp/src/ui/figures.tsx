import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';

type LampState = 'ok' | 'wait' | 'stop';
const lampIcons: Record<LampState, IconName> = { ok: 'check', wait: 'warn', stop: 'x' };

/** A lamp: colour, shape and word change together. */
export function Lamp({ state, children }: { state: LampState; children: ReactNode }) {
  return (
    <View className={`lamp ${state}`}>
      <View className="lamp-light">
        <Icon name={lampIcons[state]} size={14} />
      </View>
      <View>{children}</View>
    </View>
  );
}

/** A count, and beside it how much may be missing. */
export function Count({ what, count, may }: { what: string; count: number; may?: string | undefined }) {
  return (
    <View className="count">
      <View>{what}</View>
      <View className="figure">{count}</View>
      {may && <View className="count-may">{may}</View>}
    </View>
  );
}

/** Lines of money ending in a total: 到手约 5,975 元. */
export function Sum({ lines, total }: { lines: readonly (readonly [what: string, yuan: string])[]; total: readonly [what: string, yuan: string] }) {
  return (
    <View>
      {lines.map(([what, amount]) => (
        <View key={what} className="sum-line">
          <View className="sum-what">{what}</View>
          <View className="sum-yuan">{amount}</View>
        </View>
      ))}
      <View className="sum-line is-total">
        <View className="sum-what">{total[0]}</View>
        <View className="sum-yuan">{total[1]}</View>
      </View>
    </View>
  );
}
