import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { Card, Row } from '../../../ui/row.tsx';
import type { FormProps } from './answer-form.tsx';

const most = 8;

/** What was done before, in plain words; each can go. */
export function ExperienceForm({ me, onSay, busy }: FormProps) {
  const held = me.experience ?? [];
  const [what, setWhat] = useState('');
  const [where, setWhere] = useState('');
  const [years, setYears] = useState('');
  const add = (): void => {
    const done = { what: what.trim(), ...(where.trim() && { where: where.trim() }), ...(years && { years: Math.min(60, Number(years)) }) };
    onSay({ experience: [...held, done].slice(-most) });
  };
  return (
    <>
      {held.length > 0 && (
        <Card flush>
          {held.map((one) => (
            <Row
              key={`${one.what}${one.where ?? ''}`}
              title={one.what}
              words={[one.where, one.years && `${one.years} 年`].filter(Boolean).join('，')}
              aside={
                <Button kind="quiet" icon="trash" label={`去掉${one.what}`} onTap={() => onSay({ experience: held.filter((e) => e !== one) })}>
                  去掉
                </Button>
              }
            />
          ))}
        </Card>
      )}
      <Field label="做过什么" value={what} onChange={setWhat} placeholder="比如 装配电柜" most={40} />
      <Field label="在哪里" aside="不填也行" value={where} onChange={setWhere} placeholder="比如 昆明" most={30} />
      <Field label="几年" aside="不填也行" kind="digits" unit="年" value={years} onChange={(typed) => setYears(typed.replace(/\D/g, '').slice(0, 2))} />
      <Button kind="main" icon="check" disabled={!what.trim() && '写一句就行'} busy={busy} busyWords="正在存" onTap={add}>
        存好
      </Button>
    </>
  );
}
