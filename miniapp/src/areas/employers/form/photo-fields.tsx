import { View } from '@tarojs/components';
import { PhotoField } from '../../../ui/photo-field.tsx';
import { Heading } from '../../../ui/row.tsx';
import { slotsOf } from './photo-slots.ts';
import type { EmployerInHand } from './use-employer.ts';

/** The papers as photographs. 〔人力资源市场暂行条例 §26〕 */
export function PhotoFields({ hand }: { hand: EmployerInHand }) {
  const { draft } = hand;
  const slots = slotsOf(draft.kind);
  const needed = slots.filter(({ isExtra }) => !isExtra);
  const done = needed.filter(({ field }) => draft[field] !== '').length;
  return (
    <>
      <Heading aside={`${needed.length} 张里传好 ${done} 张`}>拍照片</Heading>
      <View className="t2">放平、拍全、字看得清。只给人社局核验的人看，别人看不到。</View>
      {slots.map(({ field, purpose, label, hint, isExtra }) => (
        <PhotoField
          key={field}
          label={label}
          purpose={purpose}
          {...(hint && { hint })}
          {...(isExtra && { aside: '没有就空着' })}
          value={draft[field]}
          problem={hand.problemAt(field)}
          onChange={(fileId) => hand.change({ [field]: fileId })}
        />
      ))}
    </>
  );
}
