import { View } from '@tarojs/components';
import { ListenButton } from '../../../ui/listen-button.tsx';
import { Card } from '../../../ui/row.tsx';

export interface Section {
  title: string;
  words: readonly string[];
}

/** A long text in short parts, each with its voice. */
export function Sections({ of }: { of: readonly Section[] }) {
  return (
    <>
      {of.map(({ title, words }) => (
        <Card key={title}>
          <View className="row top">
            <View className="h3 grow">{title}</View>
            <ListenButton words={[title, ...words].join('。')} />
          </View>
          {words.map((one) => (
            <View key={one}>{one}</View>
          ))}
        </Card>
      ))}
    </>
  );
}
