import { regionNames } from '@shanhai/shared/rules/regions.ts';
import { ChooseOne, Switch } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import { ListField } from '../../ui/pick-field.tsx';
import { Card, Heading } from '../../ui/row.tsx';
import { TradeChoice } from '../../ui/trade-choice.tsx';
import type { PersonDraft } from './person-draft.ts';

/** Counties outside Shanghai: nobody is asked to come from there. */
const homes = Object.entries(regionNames)
  .filter(([code]) => !code.startsWith('31') && !code.endsWith('00'))
  .map(([value, words]) => ({ value, words }));

interface FieldsProps {
  draft: PersonDraft;
  onChange: (draft: PersonDraft) => void;
}

/** Who it is, and where the home is. */
export function WhoPart({ draft, onChange }: FieldsProps) {
  return (
    <Card>
      <Heading>他是谁</Heading>
      <Field label="姓名" value={draft.name} onChange={(name) => onChange({ ...draft, name })} placeholder="照身份证上的写" most={30} />
      <Field
        label="电话"
        aside="没有就空着"
        kind="phone"
        value={draft.phone}
        onChange={(typed) => onChange({ ...draft, phone: typed.replace(/\D/g, '').slice(0, 11) })}
        placeholder="他自己的，或者找得到他的"
      />
      <ListField label="家在哪个县" options={homes} value={draft.homeRegion} onChange={(homeRegion) => onChange({ ...draft, homeRegion })} />
      {draft.homeRegion && (
        <>
          <Field label="哪个乡镇" value={draft.town} onChange={(town) => onChange({ ...draft, town })} placeholder="比如 富乐镇" most={20} />
          <Field
            label="哪个村"
            aside="不填也行"
            value={draft.village}
            onChange={(village) => onChange({ ...draft, village })}
            placeholder="比如 桃源村"
            most={20}
          />
        </>
      )}
    </Card>
  );
}

/** What the person looks for. */
export function WantPart({ draft, onChange }: FieldsProps) {
  const places = [
    { value: '', words: '都行' },
    { value: '310000', words: '上海' },
    ...(draft.homeRegion ? [{ value: draft.homeRegion, words: '家门口' }] : []),
  ];
  return (
    <Card>
      <Heading>他想找什么样的</Heading>
      <TradeChoice value={draft.trades} onChange={(trades) => onChange({ ...draft, trades })} />
      <ChooseOne label="想去哪里" options={places} value={draft.place} onChange={(place) => onChange({ ...draft, place })} />
      <Switch words="要包住" icon="bed" isOn={draft.needsDorm} onChange={(needsDorm) => onChange({ ...draft, needsDorm })} />
    </Card>
  );
}
