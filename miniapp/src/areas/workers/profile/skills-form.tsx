import { type Trade, trades, tradeWords } from '@shanhai/shared/rules/trades.ts';
import { skillLevels, skillLevelWords } from '@shanhai/shared/rules/workers.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { ChooseOne } from '../../../ui/choice.tsx';
import { Field } from '../../../ui/field.tsx';
import { ListField } from '../../../ui/pick-field.tsx';
import { Card, Row } from '../../../ui/row.tsx';
import { skillWords } from '../../../ui/skill-words.ts';
import type { FormProps } from './answer-form.tsx';

const tradeOptions = trades.map((value) => ({ value, words: tradeWords[value] }));
const levelOptions = [{ value: '', words: '没评过' }, ...skillLevels.map((value) => ({ value, words: skillLevelWords[value] }))];
const most = 8;

/** The skills so far, each can go; one more with its level, certificate and years. */
export function SkillsForm({ me, onSay, busy }: FormProps) {
  const held = me.skills ?? [];
  const [trade, setTrade] = useState<Trade | ''>('');
  const [level, setLevel] = useState('');
  const [certificate, setCertificate] = useState('');
  const [years, setYears] = useState('');
  const add = (): void => {
    const skill = {
      trade: trade as Trade,
      ...(level && { level: level as (typeof skillLevels)[number] }),
      ...(certificate.trim() && { certificate: certificate.trim() }),
      ...(years && { years: Math.min(60, Number(years)) }),
    };
    onSay({ skills: [...held.filter((one) => one.trade !== trade), skill].slice(-most) });
  };
  return (
    <>
      {held.length > 0 && (
        <Card flush>
          {held.map((skill) => (
            <Row
              key={skill.trade}
              title={skillWords(skill)}
              aside={
                <Button kind="quiet" icon="trash" label={`去掉${tradeWords[skill.trade]}`} onTap={() => onSay({ skills: held.filter((s) => s !== skill) })}>
                  去掉
                </Button>
              }
            />
          ))}
        </Card>
      )}
      <ListField label="手艺" options={tradeOptions} value={trade} onChange={setTrade} placeholder="点这里选" />
      {trade && (
        <View className="stack">
          <ChooseOne label="评过几级" options={levelOptions} value={level} onChange={setLevel} />
          <Field label="有什么证" aside="没有就空着" value={certificate} onChange={setCertificate} placeholder="比如 低压电工证" most={30} />
          <Field label="做了几年" aside="不填也行" kind="digits" unit="年" value={years} onChange={(typed) => setYears(typed.replace(/\D/g, '').slice(0, 2))} />
        </View>
      )}
      <Button kind="main" icon="check" disabled={!trade && '先选手艺'} busy={busy} busyWords="正在存" onTap={add}>
        存好
      </Button>
    </>
  );
}
