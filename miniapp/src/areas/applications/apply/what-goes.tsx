import type { Output } from '@shanhai/shared/contract/contract.ts';
import { consentDays } from '@shanhai/shared/rules/cards.ts';
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

/** What is known of the person: oneself, or somebody one acts for. */
export type Told = Pick<Output<'workers.me'>, 'name' | 'phone' | 'wish'>;
export interface Draft {
  name: string;
  phone: string;
  trades: Trade[];
}

export const draftOf = ({ name = '', phone = '', wish }: Told): Draft => ({ name, phone, trades: wish.trades });

/** Why it cannot be sent yet; false when it can. From afar nobody is reached without a phone. */
export function whyNotYet({ name, phone }: Draft): string | false {
  if (!name.trim()) return '还差姓名';
  if (!phone) return '还差电话';
  return phoneProblem(phone) ? '电话还不对' : false;
}

/** Only what is not known yet; asked once and kept. Opened again by hand it is all of it. */
export function AskMissing({ draft, me, onChange }: { draft: Draft; me: Told; onChange: (draft: Draft) => void }) {
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

function Goes({ icon, what, children }: { icon: IconName; what: string; children: ReactNode }) {
  return (
    <View className="apply-one">
      <Icon name={icon} />
      <View>{what}</View>
      <View className="apply-value">{children}</View>
    </View>
  );
}

/** Exactly what goes to the employer. */
export function WhatGoes({ draft, onEdit }: { draft: Draft; onEdit: (() => void) | undefined }) {
  return (
    <View className="stack tight">
      <View className="apply-goes">
        <Goes icon="user" what="姓名">
          {draft.name.trim() || '还没填'}
        </Goes>
        <Goes icon="phone" what="电话">
          {draft.phone ? spacedPhone(draft.phone) : '还没填'}
        </Goes>
        <Goes icon="star" what="想做">
          {draft.trades.map((trade) => tradeWords[trade]).join('、') || '没说'}
        </Goes>
      </View>
      {onEdit && (
        <Button kind="quiet" icon="edit" onTap={onEdit}>
          要改
        </Button>
      )}
    </View>
  );
}

function Term({ icon, lead, children }: { icon: IconName; lead: string; children: ReactNode }) {
  return (
    <View className="apply-term">
      <Icon name={icon} />
      <View className="grow">
        <View className="apply-lead">{lead}</View>
        {children}
      </View>
    </View>
  );
}

/** Whoever changes a word here raises `consentVersion`. */
export function Terms() {
  return (
    <View className="stack">
      <Term icon="eyeoff" lead="这些不给：">
        身份证号、住址、家里情况。别的单位也看不到。
      </Term>
      <Term icon="undo" lead="随时能收回：">
        只用来约您面试。不收回，{consentDays} 天后也自动失效。
      </Term>
    </View>
  );
}
