import { chinaTime } from '@shanhai/shared/rules/china-day.ts';
import { spacedPhone } from '@shanhai/shared/rules/phone.ts';
import { tradeWords } from '@shanhai/shared/rules/trades.ts';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card, Demo, Pairs } from '../../../ui/row.tsx';
import type { Seen } from './booth-words.ts';

const ring = (phoneNumber: string): void => void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined);

function factsOf(card: Seen): (readonly [string, string])[] {
  const facts: (readonly [string, string] | false | undefined)[] = [
    ['想做', card.trades.map((trade) => tradeWords[trade]).join('、') || '没说'],
    card.town !== undefined && ['来自', card.town],
    ['电话', card.phone ? spacedPhone(card.phone) : '没留'],
    card.jobTitle !== undefined && ['看中', card.jobTitle],
  ];
  return facts.filter((fact): fact is readonly [string, string] => !!fact);
}

/** What the person's consent lets this employer see, and nothing else. */
export function PersonCard({ card, children }: { card: Seen; children?: ReactNode }) {
  const { phone } = card;
  return (
    <Card className="person">
      <View className="row fw top">
        <View className="grow">
          <View className="person-name">
            {card.name}
            <Demo when={card.demo} />
          </View>
          <View className="small ok-t person-yes">
            <Icon name="guard" size={18} />
            {card.spokenConsent ? '当面同意给您看' : '同意给您看'}，{chinaTime(card.leftAt)}
          </View>
        </View>
        {phone && (
          <Button kind="soft" icon="phone" label={`打电话给${card.name}`} onTap={() => ring(phone)}>
            打电话
          </Button>
        )}
      </View>
      <Pairs items={factsOf(card)} />
      {children}
    </Card>
  );
}
