import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaTime, monthDay, weekday } from '@shanhai/shared/rules/china-day.ts';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Chip } from '../../../ui/chip.tsx';
import { fairHours } from '../../../ui/fair-row.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { IconName } from '../../../ui/icon-names.ts';
import { ListenButton } from '../../../ui/listen-button.tsx';

type Fair = Output<'fairs.get'>;

function Fact({ icon, children, small }: { icon: IconName; children: ReactNode; small?: ReactNode }) {
  return (
    <View className="landing-fact">
      <Icon name={icon} />
      <View className="grow">
        {children}
        {small !== undefined && <View className="small t2">{small}</View>}
      </View>
    </View>
  );
}

const spokenFacts = (fair: Fair): string =>
  [
    `${fair.title}，${fair.subtitle}`,
    `时间，${fairHours(fair)}`,
    `地点，${fair.place}`,
    `${fair.boothCount} 家单位，招 ${fair.headcount} 人`,
    fair.helpDesks.length ? `有人当面帮您：${fair.helpDesks.join('、')}` : '',
  ]
    .filter(Boolean)
    .join('。');

/** When, where, who hires, who helps. */
export function FairFacts({ fair, isOpen }: { fair: Fair; isOpen: boolean }) {
  const title = fair.subtitle || fair.place;
  return (
    <View className="stack">
      <View className="row ends">
        <View className="h3 grow">{title}</View>
        <ListenButton words={spokenFacts(fair)} />
      </View>
      <View>
        <Fact
          icon="clock"
          small={
            isOpen && (
              <Chip tone="ok" icon="okc">
                正在开，可以签到
              </Chip>
            )
          }
        >
          {monthDay(fair.opensAt)} {weekday(fair.opensAt)}{' '}
          <View className="b landing-hours">
            {chinaTime(fair.opensAt)}–{chinaTime(fair.closesAt)}
          </View>
        </Fact>
        {!title.includes(fair.place) && <Fact icon="pin">{fair.place}</Fact>}
        <Fact icon="building" small={`一共 ${fair.openingCount} 种岗位`}>
          {fair.boothCount} 家单位，招 {fair.headcount} 人
        </Fact>
        {fair.helpDesks.length > 0 && (
          <Fact icon="people" small={fair.helpDesks.join('、')}>
            有人当面帮您
          </Fact>
        )}
      </View>
    </View>
  );
}
