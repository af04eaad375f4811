import { View } from '@tarojs/components';
import { useCall } from '../../../api/use-call.ts';
import { go } from '../../../nav.ts';
import { Chip } from '../../../ui/chip.tsx';
import { Card, Heading, Row } from '../../../ui/row.tsx';

/** 三级摸排: bringing a village's table in, and settling what stands there in two versions. */
export function SurveyEntry() {
  const open = useCall('imports.conflicts', {});
  const waiting = open.data?.items.length ?? 0;
  return (
    <View className="stack">
      <Heading>三级摸排</Heading>
      <Card flush>
        <Row icon="up" title="从表格导入摸排结果" words="村里、镇里报上来的表" onTap={() => go('/areas/imports/people/index', {})} />
        <Row
          icon="swap"
          title="两种说法，要人核对"
          words="同一个人，表里写的和登记的不一样"
          aside={waiting > 0 && <Chip tone="wait">{open.data?.cursor ? `${waiting} 多` : waiting} 人</Chip>}
          onTap={() => go('/areas/imports/conflicts/index', {})}
        />
      </Card>
    </View>
  );
}
