import type { Output } from '@shanhai/shared/contract/contract.ts';
import { Field } from '../../../ui/field.tsx';
import { PhoneField, phoneProblem } from '../../../ui/phone-field.tsx';
import { Card, Heading } from '../../../ui/row.tsx';
import { TradeChoice } from '../../../ui/trade-choice.tsx';
import type { CardDraft } from '../../../ui/what-is-given.tsx';

export const draftOf = ({ name = '', phone = '', wish }: Output<'workers.me'>): CardDraft => ({ name, phone, trades: wish.trades });

/** The reason why this card cannot be given yet; false when it can. */
export function whyNotYet({ name, phone }: CardDraft): string | false {
  if (!name.trim()) return '还差姓名';
  return phoneProblem(phone) ? '电话还不对' : false;
}

/** Asked once and kept. */
export function CardForm({ draft, onChange }: { draft: CardDraft; onChange: (draft: CardDraft) => void }) {
  return (
    <Card>
      <Heading aside="只问这一次">先说说您自己</Heading>
      <Field label="姓名" value={draft.name} onChange={(name) => onChange({ ...draft, name })} placeholder="您的名字" most={30} />
      <PhoneField value={draft.phone} onChange={(phone) => onChange({ ...draft, phone })} />
      <TradeChoice value={draft.trades} onChange={(trades) => onChange({ ...draft, trades })} />
    </Card>
  );
}
