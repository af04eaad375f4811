import { type Trade, trades, tradeWords } from '@shanhai/shared/rules/trades.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useMe } from '../../api/use-me.ts';
import { go } from '../../nav.ts';
import { FilterChip } from '../../ui/chip.tsx';
import { Segment } from '../../ui/choice.tsx';
import { Page } from '../../ui/page.tsx';
import { Card, Row } from '../../ui/row.tsx';
import { tradeIcons } from '../../ui/trade-icons.ts';
import { JobPages, type Wanted } from './job-pages.tsx';
import './index.scss';

type Place = 'all' | '310000' | '530000';
const places = [
  { value: 'all', words: '全部' },
  { value: '310000', words: '去上海' },
  { value: '530000', words: '在云南' },
] as const;

/** What the person wishes for stands first among the chips. */
const inOrder = (own: readonly Trade[]): Trade[] => [...own, ...trades.filter((trade) => !own.includes(trade))];

/** 找工作: open openings, by place and trade. */
export default function Jobs() {
  const wish = useMe().data?.wish;
  const [place, setPlace] = useState<Place>('all');
  const [trade, setTrade] = useState<Trade>();
  const wanted: Wanted = { ...(trade && { trade }), ...(place !== 'all' && { region: place }) };
  const showAll = (): void => {
    setTrade(undefined);
    setPlace('all');
  };
  return (
    <Page title="找工作">
      <Segment options={places} value={place} onChange={setPlace} />
      <View className="scrollx">
        <FilterChip role="radio" isOn={!trade} onTap={() => setTrade(undefined)}>
          都看
        </FilterChip>
        {inOrder(wish?.trades ?? []).map((one) => (
          <FilterChip key={one} role="radio" icon={tradeIcons[one]} isOn={one === trade} onTap={() => setTrade(one === trade ? undefined : one)}>
            {tradeWords[one]}
          </FilterChip>
        ))}
      </View>
      <View className="small t2">{wish?.trades.length ? '最对口的在前，钱数是每月到手约' : '钱数是每月到手约'}</View>
      {wish?.trades.length === 0 && (
        <Card flush>
          <Row icon="star" tone="wait" title="说说想做什么" words="合适的排在前面" onTap={() => go('/areas/workers/profile/index')} />
        </Card>
      )}
      <JobPages key={JSON.stringify(wanted)} wanted={wanted} wish={wish} before={0} onAll={showAll} />
    </Page>
  );
}
