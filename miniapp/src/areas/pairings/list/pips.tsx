import { fairsOwed } from '@shanhai/shared/rules/pairings.ts';
import { View } from '@tarojs/components';
import { aria } from '../../../ui/aria.ts';

/** Fairs held of those owed: two squares and the count. */
export function Pips({ held, words }: { held: number; words: string }) {
  return (
    <View className="pips" {...aria({ role: 'img', label: `${words}办了 ${held} 场，要 ${fairsOwed} 场` })}>
      {Array.from({ length: fairsOwed }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the squares never change places
        <View key={i} className={`pip ${i < held ? 'is-on' : ''}`} />
      ))}
      <View>{held}</View>
    </View>
  );
}
