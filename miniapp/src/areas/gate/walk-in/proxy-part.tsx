import { View } from '@tarojs/components';
import { Button } from '../../../ui/button.tsx';
import { ChooseOne } from '../../../ui/choice.tsx';
import { Field } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card } from '../../../ui/row.tsx';
import { type Draft, relations } from './form.ts';

/** Somebody of the family answers: who, and what they are to the person. */
export function ProxyPart({ draft, onChange }: { draft: Draft; onChange: (changed: Partial<Draft>) => void }) {
  if (!draft.hasProxy)
    return (
      <View className="row fw walk-in-proxy">
        <Icon name="people" size={22} />
        <View className="grow small t2">本人不在？</View>
        <Button kind="quiet" onTap={() => onChange({ hasProxy: true })}>
          家里人代办
        </Button>
      </View>
    );
  return (
    <Card>
      <Field label="代办人姓名" value={draft.proxyName} onChange={(proxyName) => onChange({ proxyName })} most={30} />
      <ChooseOne
        label="是本人的"
        options={relations.map((value) => ({ value, words: value }))}
        value={relations.find((one) => one === draft.relation)}
        onChange={(relation) => onChange({ relation })}
      />
      <Button kind="quiet" onTap={() => onChange({ hasProxy: false, proxyName: '', relation: '' })}>
        本人在，不用代办
      </Button>
    </Card>
  );
}
