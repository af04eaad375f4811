import type { Output } from '@shanhai/shared/contract/contract.ts';
import { Field } from '../../../ui/field.tsx';
import { PhoneField, phoneProblem } from '../../../ui/phone-field.tsx';
import { Card, Heading } from '../../../ui/row.tsx';
import { TradeChoice } from '../../../ui/trade-choice.tsx';
import type { CardDraft } from '../../../ui/what-is-given.tsx';

/** What is known of the person: oneself, or somebody one acts for. */
export type Told = Pick<Output<'workers.me'>, 'name' | 'phone' | 'wish'>;

export const draftOf = ({ name = '', phone = '', wish }: Told): CardDraft => ({ name, phone, trades: wish.trades });

/** Why it cannot be sent yet; false when it can. From afar nobody is reached without a phone. */
export function whyNotYet({ name, phone }: CardDraft): string | false {
  if (!name.trim()) return '还差姓名';
  if (!phone) return '还差电话';
  return phoneProblem(phone) ? '电话还不对' : false;
}

/** Only what is not known yet; asked once and kept. Opened again by hand it is all of it. */
export function AskMissing({ draft, me, onChange }: { draft: CardDraft; me: Told; onChange: (draft: CardDraft) => void }) {
  const isWhole = whyNotYet(draftOf(me)) === false;
  return (
    <Card>
      <Heading aside={isWhole ? '改了以后都用新的' : '只问这一次'}>{isWhole ? '要改的' : '还差这些'}</Heading>
      {(isWhole || !me.name) && <Field label="姓名" value={draft.name} onChange={(name) => onChange({ ...draft, name })} placeholder="您的名字" most={30} />}
      {(isWhole || !me.phone) && <PhoneField value={draft.phone} onChange={(phone) => onChange({ ...draft, phone })} aside="这家好找您" />}
      {isWhole && <TradeChoice value={draft.trades} onChange={(trades) => onChange({ ...draft, trades })} />}
    </Card>
  );
}
