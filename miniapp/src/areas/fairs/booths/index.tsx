import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaTime, monthDay } from '@shanhai/shared/rules/china-day.ts';
import { yuan } from '@shanhai/shared/rules/fen.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '../../../api/use-call.ts';
import { useCards, useMe } from '../../../api/use-me.ts';
import { useScan } from '../../../api/use-scan.ts';
import { go, useParams } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { FilterChip } from '../../../ui/chip.tsx';
import { Segment } from '../../../ui/choice.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { ListenButton } from '../../../ui/listen-button.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Row } from '../../../ui/row.tsx';
import { isKept, type Kept, type RankedBooth, rankBooths, saysSomething } from '../ranking.ts';
import { BoothPlan } from './booth-plan.tsx';
import { BoothRow } from './booth-row.tsx';
import './index.scss';

const keptWords: Record<Kept, string> = { suits: '适合我', shanghai: '去上海', near: '家门口', all: '全部' };
const views = [
  { value: 'list', words: '列表' },
  { value: 'plan', words: '平面图' },
] as const;
const readAloud = 6;

interface FiltersProps {
  ranked: readonly RankedBooth[];
  /** Is there a wish to go by? Without one nothing can be said to fit. */
  isRanked: boolean;
  kept: Kept;
  onChange: (kept: Kept) => void;
}

function Filters({ ranked, isRanked, kept, onChange }: FiltersProps) {
  const offered: Kept[] = isRanked ? ['suits', 'shanghai', 'near', 'all'] : ['all', 'shanghai', 'near'];
  return (
    <View className="scrollx">
      {offered.map((one) => (
        <FilterChip key={one} role="radio" isOn={one === kept} onTap={() => onChange(one)}>
          {keptWords[one]} {ranked.filter(isKept[one]).length}
        </FilterChip>
      ))}
    </View>
  );
}

const spokenRow = ({ booth, openings: [best] }: RankedBooth): string =>
  `${booth.label}，${booth.employerShortName}${best ? `，${best.opening.title}，到手约 ${yuan(best.opening.takeHomeFen)} 元${best.suits ? `，${best.reasons.join('，')}` : ''}` : ''}`;

function BoothList({ shown, isRanked }: { shown: readonly RankedBooth[]; isRanked: boolean }) {
  return (
    <Card flush>
      <View className="booth-list-head">
        <View className="grow">
          <View className="b">{isRanked ? '最对口的在前' : '按展位号排'}</View>
          <View className="small t2">钱数是每月到手约</View>
        </View>
        <ListenButton words={shown.slice(0, readAloud).map(spokenRow).join('。')} />
      </View>
      {shown.map((one) => (
        <BoothRow key={one.booth.boothNo} ranked={one} />
      ))}
    </Card>
  );
}

function NothingKept({ kept, onAll }: { kept: Kept; onAll: () => void }) {
  return (
    <Empty
      title={kept === 'suits' ? '这场没有正对口的' : '这一类这场没有'}
      words="看看全部展位，当面问问也行"
      action={
        <Button kind="line" onTap={onAll}>
          看全部
        </Button>
      }
    />
  );
}

/** Asks, once and lightly, for something to sort by. */
const TellWish = () => (
  <Card flush>
    <Row icon="star" tone="wait" title="说说想做什么" words="合适的排在前面，别的也都在" onTap={() => go('/areas/workers/profile/index')} />
  </Card>
);

function Hall({ booths }: { booths: Output<'fairs.booths'> }) {
  const me = useMe();
  const cards = useCards();
  const [chosen, setKept] = useState<Kept>();
  const [view, setView] = useState<'list' | 'plan'>('list');
  const wish = me.data?.wish;
  const isRanked = saysSomething(wish);
  const ranked = rankBooths(booths, wish, cards.data?.items ?? []);
  const kept = chosen ?? (ranked.some((one) => one.suits) ? 'suits' : 'all');
  const shown = ranked.filter(isKept[kept]);
  return (
    <>
      <Filters ranked={ranked} isRanked={isRanked} kept={kept} onChange={setKept} />
      <Segment options={views} value={view} onChange={setView} />
      {me.data && !isRanked && <TellWish />}
      {shown.length === 0 && <NothingKept kept={kept} onAll={() => setKept('all')} />}
      {shown.length > 0 && (view === 'plan' ? <BoothPlan ranked={ranked} /> : <BoothList shown={shown} isRanked={isRanked} />)}
    </>
  );
}

function Inside({ fairId }: { fairId: string }) {
  const booths = useCall('fairs.booths', { fairId }, { keep: true });
  if (!booths.data) return <NotYet of={booths} shape="rows" count={5} />;
  if (booths.data.items.length === 0)
    return <Empty title="展位还没排好" words="排好了就在这里，先看看岗位" action={<Button onTap={() => go('/tabs/jobs/index')}>看岗位</Button>} />;
  return (
    <>
      {booths.keptAt && <Banner kind="offline" title="没网，照常看" words={`${monthDay(booths.keptAt)} ${chinaTime(booths.keptAt)} 存的展位`} />}
      <Hall booths={booths.data} />
    </>
  );
}

/** 展位: who is here, the ones that fit first; as a list and as the hall from above. */
export default function Booths() {
  const { fairId = '' } = useParams('/areas/fairs/booths/index');
  const look = useScan();
  return (
    <Page
      title="展位"
      foot={
        <Button kind="main" icon="scan" busy={look.busy} onTap={() => void look.run()}>
          扫展位上的码
        </Button>
      }
    >
      <Inside fairId={fairId} />
    </Page>
  );
}
