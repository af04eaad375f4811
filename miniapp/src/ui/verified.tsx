import { View } from '@tarojs/components';
import { Icon } from './icon.tsx';
import { dayWords } from './place-words.ts';

/** Who looked at this employer's papers, and when: 宝山区人社局 1月12日核验. */
export function Verified({ by, on }: { by: string | undefined; on: string | undefined }) {
  if (!by) return <View className="small wait-t">还在核验</View>;
  return (
    <View className="verified">
      <Icon name="guard" size={20} />
      <View className="grow">
        {by} {on ? dayWords(on) : ''}核验
      </View>
    </View>
  );
}
