import { type Category, categories, categoryWords } from '@shanhai/shared/rules/categories.ts';
import { View } from '@tarojs/components';
import { Switch } from './choice.tsx';
import { dayWords } from './place-words.ts';

interface CategorySwitchesProps {
  /** Those somebody is held to be in: by which source, since which China day. */
  held: readonly { category: Category; source: string; on: string }[];
  onChange: (category: Category, holds: boolean) => void;
}

/** Every category of the papers as a switch, with source and day where it is held. */
export function CategorySwitches({ held, onChange }: CategorySwitchesProps) {
  const heldAs = (category: Category) => held.find((one) => one.category === category);
  return (
    <>
      {categories.map((category) => {
        const one = heldAs(category);
        return (
          <View key={category}>
            <Switch words={categoryWords[category]} isOn={!!one} onChange={(holds) => onChange(category, holds)} />
            {one && (
              <View className="hint">
                {one.source}，{dayWords(one.on)}
              </View>
            )}
          </View>
        );
      })}
    </>
  );
}
