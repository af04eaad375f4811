import type { Output } from '@shanhai/shared/contract/contract.ts';
import { spacedPhone } from '@shanhai/shared/rules/phone.ts';
import { type Trade, tradeWords } from '@shanhai/shared/rules/trades.ts';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { IconName } from '../../../ui/icon-names.ts';
import { PhoneField, phoneProblem } from '../../../ui/phone-field.tsx';
import { Card, Heading } from '../../../ui/row.tsx';
import { TradeChoice } from '../../../ui/trade-choice.tsx';

export interface CardDraft {
  name: string;
  phone: string;
  trades: Trade[];
}

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

function Given({ icon, what, children }: { icon: IconName; what: string; children: ReactNode }) {
  return (
    <View className="give-one">
      <Icon name={icon} />
      <View>{what}</View>
      <View className="give-value">{children}</View>
    </View>
  );
}

const wishWords = (trades: readonly Trade[]): string => trades.map((trade) => tradeWords[trade]).join('、') || '没说';

/** Exactly what goes to the employer. */
export function WhatIsGiven({ draft, jobTitle, onEdit }: { draft: CardDraft; jobTitle: string | undefined; onEdit: (() => void) | undefined }) {
  return (
    <View className="stack tight">
      <View className="give">
        <Given icon="user" what="姓名">
          {draft.name.trim() || '还没填'}
        </Given>
        <Given icon="phone" what="电话">
          {draft.phone ? spacedPhone(draft.phone) : '不给'}
        </Given>
        <Given icon="star" what="想做">
          {wishWords(draft.trades)}
        </Given>
        {jobTitle && (
          <Given icon="doc" what="看中">
            {jobTitle}
          </Given>
        )}
      </View>
      {onEdit && (
        <Button kind="quiet" icon="edit" onTap={onEdit}>
          要改
        </Button>
      )}
    </View>
  );
}
