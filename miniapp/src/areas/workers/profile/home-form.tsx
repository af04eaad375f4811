import { regionNames } from '@shanhai/shared/rules/regions.ts';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { ListField } from '../../../ui/pick-field.tsx';
import type { FormProps } from './answer-form.tsx';

/** Counties outside Shanghai: nobody is asked to come from there. */
const counties = Object.entries(regionNames)
  .filter(([code]) => !code.startsWith('31') && !code.endsWith('00'))
  .map(([value, words]) => ({ value, words }));

/** County, township, village: as far as one likes to say. */
export function HomeForm({ me, onSay, busy }: FormProps) {
  const [regionCode, setRegion] = useState(me.home?.regionCode ?? '');
  const [town, setTown] = useState(me.home?.town ?? '');
  const [village, setVillage] = useState(me.home?.village ?? '');
  const say = (): void => onSay({ home: { regionCode, ...(town.trim() && { town: town.trim() }), ...(village.trim() && { village: village.trim() }) } });
  return (
    <>
      <ListField label="哪个县" options={counties} value={regionCode} onChange={setRegion} />
      {regionCode && <Field label="哪个乡镇" aside="不填也行" value={town} onChange={setTown} placeholder="比如 富乐镇" most={20} />}
      {regionCode && town && <Field label="哪个村" aside="不填也行" value={village} onChange={setVillage} placeholder="比如 桃源村" most={20} />}
      <Button kind="main" icon="check" disabled={!regionCode && '先选县'} busy={busy} busyWords="正在存" onTap={say}>
        存好
      </Button>
    </>
  );
}
