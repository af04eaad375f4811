import { consentDays } from '@shanhai/shared/rules/cards.ts';
import { spacedPhone } from '@shanhai/shared/rules/phone.ts';
import { type Trade, tradeWords } from '@shanhai/shared/rules/trades.ts';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';

/** What a person tells one employer about themselves. */
export interface CardDraft {
  name: string;
  phone: string;
  trades: Trade[];
}

export function Given({ icon, what, children }: { icon: IconName; what: string; children: ReactNode }) {
  return (
    <View className="give-one">
      <Icon name={icon} />
      <View>{what}</View>
      <View className="give-value">{children}</View>
    </View>
  );
}

interface WhatIsGivenProps {
  draft: CardDraft;
  /** What stands for a phone that is not told. */
  noPhone: string;
  onEdit: (() => void) | undefined;
  /** More rows. */
  children?: ReactNode;
}

/** Exactly what goes to the employer. */
export function WhatIsGiven({ draft, noPhone, onEdit, children }: WhatIsGivenProps) {
  return (
    <View className="stack tight">
      <View className="give">
        <Given icon="user" what="姓名">
          {draft.name.trim() || '还没填'}
        </Given>
        <Given icon="phone" what="电话">
          {draft.phone ? spacedPhone(draft.phone) : noPhone}
        </Given>
        <Given icon="star" what="想做">
          {draft.trades.map((trade) => tradeWords[trade]).join('、') || '没说'}
        </Given>
        {children}
      </View>
      {onEdit && (
        <Button kind="quiet" icon="edit" onTap={onEdit}>
          要改
        </Button>
      )}
    </View>
  );
}

export function Term({ icon, lead, children }: { icon: IconName; lead: string; children: ReactNode }) {
  return (
    <View className="give-term">
      <Icon name={icon} />
      <View className="grow">
        <View className="give-lead">{lead}</View>
        {children}
      </View>
    </View>
  );
}

/** What is not given, and until when the rest is. Whoever changes a word here raises `consentVersion`. */
export function Terms({ children }: { children?: ReactNode }) {
  return (
    <View className="stack">
      <Term icon="eyeoff" lead="这些不给：">
        身份证号、住址、家里情况。别的单位也看不到。
      </Term>
      <Term icon="undo" lead="随时能收回：">
        只用来约您面试。不收回，{consentDays} 天后也自动失效。
      </Term>
      {children}
    </View>
  );
}
