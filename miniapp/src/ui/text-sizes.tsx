import { View } from '@tarojs/components';
import { aria } from './aria.ts';
import { Card, Heading } from './row.tsx';
import { Tap } from './tap.tsx';
import { chooseTextSize, textSizes, useTextSize } from './text-size.ts';

/** 字的大小: four sizes, and the page changes on the tap. */
export function TextSizes() {
  const chosen = useTextSize();
  return (
    <Card>
      <Heading aside="一点就变">字的大小</Heading>
      <View className="sizes" {...aria({ role: 'radiogroup', label: '字的大小' })}>
        {textSizes.map(({ size, words, sample }) => (
          <Tap
            key={size}
            className={`sizes-one ${size === chosen ? 'is-on' : ''}`}
            role="radio"
            isOn={size === chosen}
            label={words}
            onTap={() => chooseTextSize(size)}
          >
            <View className="sizes-sample" style={{ fontSize: `${sample}px` }}>
              字
            </View>
            {words}
          </Tap>
        ))}
      </View>
    </Card>
  );
}
