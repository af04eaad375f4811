import { isCreditCode } from '@shanhai/shared/rules/credit-code.ts';
import { Field } from '../../../ui/field.tsx';
import { DayField } from '../../../ui/pick-field.tsx';
import { Card, Heading } from '../../../ui/row.tsx';
import { today } from './job-draft.ts';
import type { Draft } from './use-draft.ts';

/** For agencies: whose people one hires, as it stands in the authorisation. */
export function ClientPart({ draft }: { draft: Draft }) {
  const { clientName = '', clientCode = '', clientUntilOn = '' } = draft.draft;
  const isWrong = clientCode.trim() !== '' && !isCreditCode(clientCode.trim().toUpperCase());
  return (
    <Card>
      <Heading>替哪家单位招</Heading>
      <Field label="用人单位全名" value={clientName} onChange={(next) => draft.change({ clientName: next })} placeholder="照营业执照写" most={60} />
      <Field
        label="它的信用代码"
        value={clientCode}
        onChange={(next) => draft.change({ clientCode: next })}
        placeholder="18 位"
        most={18}
        isBad={isWrong}
        {...(isWrong && { problem: '对着执照再抄一遍' })}
      />
      <DayField
        label="委托到哪天"
        value={clientUntilOn}
        from={today()}
        onChange={(next) => draft.change({ clientUntilOn: next })}
        hint="工人会看到“由您代招，用人单位是谁”"
      />
    </Card>
  );
}
