import { pairingStanding } from '@shanhai/shared/rules/pairings.ts';
import { isOwnPairing } from '@shanhai/shared/rules/scopes.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useSession } from '../../../api/session-store.ts';
import { useCall } from '../../../api/use-call.ts';
import { aria } from '../../../ui/aria.ts';
import { Chip, Chips } from '../../../ui/chip.tsx';
import { Segment } from '../../../ui/choice.tsx';
import { today } from '../../../ui/clock.ts';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Heading } from '../../../ui/row.tsx';
import { useWideScreen } from '../../../ui/screen.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import type { Pairing } from './figures.ts';
import { PairRow } from './pair-row.tsx';
import './index.scss';

const yearsShown = 3;
/** To the city every pairing is its own, so none is marked. */
const wholeOfShanghai = '310000';
const heads = ['上海', '结对的地方', '现场 ≥2', '线上 ≥2', '要招', '到场', '意向', '怎么样'];

function Pairings({ items, year }: { items: readonly Pairing[]; year: number }) {
  const acting = useSession()?.acting;
  const isMine = (p: Pairing): boolean => acting !== undefined && isOwnPairing(p, acting) && acting.scope !== wholeOfShanghai;
  return (
    <Card flush className="pairs">
      <View className="pair-heads" {...aria({ hidden: true })}>
        {heads.map((head) => (
          <View key={head}>{head}</View>
        ))}
      </View>
      <View {...aria({ role: 'list' })}>
        {items.map((pairing) => (
          <PairRow key={pairing.pairingId} pairing={pairing} year={year} isMine={isMine(pairing)} />
        ))}
      </View>
    </Card>
  );
}

/** How the pairings stand, in four counts. */
function Counts({ items }: { items: readonly Pairing[] }) {
  const states = items.map((p) => pairingStanding(p).state);
  const count = (state: (typeof states)[number]): number => states.filter((one) => one === state).length;
  return (
    <Chips>
      <Chip>已结对 {items.length - count('unpaired')}</Chip>
      <Chip tone="wait">待结对 {count('unpaired')}</Chip>
      <Chip tone="ok">都够了 {count('enough')}</Chip>
      <Chip tone="wait">还差场次 {count('short')}</Chip>
    </Chips>
  );
}

function Board({ items, year }: { items: readonly Pairing[]; year: number }) {
  const annex = items.filter((p) => p.annexNo !== undefined);
  const others = items.filter((p) => p.annexNo === undefined);
  if (items.length === 0) return <Empty title="还没有登记结对" words="结对关系登记后排在这里" />;
  return (
    <>
      <View className="stack">
        <Heading aside={`附件 ${annex.length} 行`}>沪湘结对</Heading>
        <Pairings items={annex} year={year} />
      </View>
      {others.length > 0 && (
        <View className="stack">
          <Heading aside={`${others.length} 对`}>其他结对</Heading>
          <Pairings items={others} year={year} />
        </View>
      )}
      <View className="small t2">
        现场、线上每年各 2
        场以上，出自青人社〔2024〕13号；散场一场记一场，按散场那年算。沪湘结对出自沪人社就〔2026〕89号附件，其他出自各自写明的文件。文件没给的数写“没写”。
      </View>
    </>
  );
}

/** Every pairing of the papers and what it held in a year: the 16 rows of the annex first. */
export default function PairingsOfYear() {
  const thisYear = Number(today().slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const { data, isLoading, problem, reload } = useCall('pairings.list', { year });
  const isWide = useWideScreen();
  const years = Array.from({ length: yearsShown }, (_, i) => String(thisYear - i)).map((value) => ({ value, words: `${value} 年` }));
  const above = (
    <>
      {data && <Counts items={data.items} />}
      <View className="pairs-years">
        <Segment options={years} value={String(year)} onChange={(value) => setYear(Number(value))} />
      </View>
    </>
  );
  return (
    <Page title={`结对 ${year}`} wide titleAside={above}>
      {!isWide && above}
      {isLoading && <Skeleton shape="rows" count={8} />}
      {problem && !data && <ErrorView problem={problem} onRetry={() => void reload()} />}
      {data && <Board items={data.items} year={data.year} />}
    </Page>
  );
}
