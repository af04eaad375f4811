import { regionNames } from '@shanhai/shared/rules/regions.ts';
import { View } from '@tarojs/components';
import { ChooseOne, Switch } from '../../../ui/choice.tsx';
import { Field } from '../../../ui/field.tsx';
import { PhoneField } from '../../../ui/phone-field.tsx';
import { ListField } from '../../../ui/pick-field.tsx';
import { Card, Heading } from '../../../ui/row.tsx';
import { TradeChoice } from '../../../ui/trade-choice.tsx';
import type { ProfileDraft } from './draft.ts';

interface Part {
  draft: ProfileDraft;
  onChange: (draft: ProfileDraft) => void;
}

/** Counties outside Shanghai: nobody is asked to come from there. */
const homes = Object.entries(regionNames)
  .filter(([code]) => !code.startsWith('31') && !code.endsWith('00'))
  .map(([value, words]) => ({ value, words }));

const leastPays = [3000, 4000, 5000, 6000, 7000];
const payOptions = [{ value: '', words: '都行' }, ...leastPays.map((yuan) => ({ value: String(yuan), words: `${yuan} 元以上` }))];

/** Who I am; the employer gets it only after a yes. */
export function OwnPart({ draft, onChange }: Part) {
  return (
    <Card>
      <Heading aside="同意了才给单位">我是谁</Heading>
      <Field label="姓名" value={draft.name} onChange={(name) => onChange({ ...draft, name })} placeholder="您的名字" most={30} />
      <PhoneField value={draft.phone} onChange={(phone) => onChange({ ...draft, phone })} />
      <ListField label="家在哪个县" aside="不填也行" options={homes} value={draft.homeRegion} onChange={(homeRegion) => onChange({ ...draft, homeRegion })} />
      {draft.homeRegion && <Field label="哪个乡镇" value={draft.town} onChange={(town) => onChange({ ...draft, town })} placeholder="比如 富乐镇" most={20} />}
    </Card>
  );
}

/** What I look for; it only sorts. */
export function WishPart({ draft, onChange }: Part) {
  const places = [
    { value: '', words: '都行' },
    { value: '310000', words: '上海' },
    ...(draft.homeRegion ? [{ value: draft.homeRegion, words: '家门口' }] : []),
  ];
  const isListed = places.some((place) => place.value === draft.place);
  const options = isListed ? places : [...places, { value: draft.place, words: regionNames[draft.place] ?? draft.place }];
  return (
    <Card>
      <Heading>想找什么样的</Heading>
      <TradeChoice value={draft.trades} onChange={(trades) => onChange({ ...draft, trades })} />
      <ChooseOne label="想去哪里" options={options} value={draft.place} onChange={(place) => onChange({ ...draft, place })} />
      <ChooseOne label="到手最少要" options={payOptions} value={draft.leastPay} onChange={(leastPay) => onChange({ ...draft, leastPay })} />
      <Switch words="要包住" icon="bed" isOn={draft.needsDorm} onChange={(needsDorm) => onChange({ ...draft, needsDorm })} />
      <View className="hint">合适的排在前面，别的也都看得到</View>
    </Card>
  );
}
