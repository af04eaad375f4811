import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from '../../../ui/icon.tsx';
import { Card } from '../../../ui/row.tsx';

/** Somebody who agreed, at a device without network that holds no names: the answer can be given all the same. */
export function Nameless({ number, children }: { number: number; children: ReactNode }) {
  return (
    <Card className="person">
      <View className="person-name">{spokenNumber(number)} 号</View>
      <View className="small ok-t person-yes">
        <Icon name="guard" size={18} />
        同意给您看
      </View>
      <View className="t2">名字、电话不存在本机，有网就看得到。现在就能答。</View>
      {children}
    </Card>
  );
}
