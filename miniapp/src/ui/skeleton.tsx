import { View } from '@tarojs/components';
import { aria } from './aria.ts';

const rows = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** The page's own shape while it is being read; nothing moves. `rows` for lists, `card` for text, `strip` for the number. */
export function Skeleton({ shape = 'card', count = 3 }: { shape?: 'card' | 'rows' | 'strip'; count?: number }) {
  if (shape === 'strip')
    return (
      <View className="strip" {...aria({ label: '正在拿' })}>
        <View className="strip-line">
          <View className="grow sk">
            <View className="sk-bar w6" />
            <View className="sk-digits" />
          </View>
        </View>
      </View>
    );
  if (shape === 'rows')
    return (
      <View className="card flush" {...aria({ label: '正在拿' })}>
        {rows(count).map((row) => (
          <View key={row} className="li is-still">
            <View className="sk-tile" />
            <View className="grow sk">
              <View className="sk-bar w6" />
              <View className="sk-bar w8" />
            </View>
          </View>
        ))}
      </View>
    );
  return (
    <View className="card sk" {...aria({ label: '正在拿' })}>
      <View className="sk-bar w4" />
      <View className="sk-bar" />
      <View className="sk-bar w8" />
      <View className="sk-bar w6" />
    </View>
  );
}
