import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Agree } from '../../../ui/choice.tsx';
import { Field } from '../../../ui/field.tsx';
import { Card } from '../../../ui/row.tsx';
import type { Draft } from '../walk-in/form.ts';
import { type StripFrom, StripPart } from '../walk-in/strip-part.tsx';
import { NotYet } from './came-row.tsx';
import type { Came } from './use-family.ts';

interface Props {
  fairId: string;
  draft: Draft;
  came: Came | undefined;
  onChange: (changed: Partial<Draft>) => void;
  onRemove: () => void;
}

/** Somebody who came along and was never registered: a strip, a name, and the own yes. */
export function NewOne({ fairId, draft, came, onChange, onRemove }: Props) {
  const [from, setFrom] = useState<StripFrom>('pile');
  return (
    <Card>
      <View className="stack">
        <StripPart
          fairId={fairId}
          number={draft.number}
          problem={undefined}
          from={from}
          onNumber={(number, by) => {
            setFrom(by);
            onChange({ number });
          }}
        />
        <Field label="姓名" value={draft.name} onChange={(name) => onChange({ name })} most={30} />
        <Agree words="已当面说清，本人同意登记" isOn={draft.hasAgreed} onChange={(hasAgreed) => onChange({ hasAgreed })} />
        <NotYet came={came} />
        <Button kind="quiet" wide onTap={onRemove}>
          不登这一位
        </Button>
      </View>
    </Card>
  );
}
