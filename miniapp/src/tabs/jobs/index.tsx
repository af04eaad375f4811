import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { useMe } from '../../api/use-me.ts';
import { go } from '../../nav.ts';
import { Page } from '../../ui/page.tsx';
import { Card, Row } from '../../ui/row.tsx';
import { Filters } from './filters.tsx';
import { JobPages } from './job-pages.tsx';
import { SearchBox } from './search-box.tsx';
import { everything, type Wanted } from './wanted.ts';
import './index.scss';

/** A pause in typing so long that it is worth asking. */
const pauseMs = 250;

/** What was typed, once the typing has paused. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** 找工作: open openings by word, place, pay and what one needs; what fits stands first, and says why. */
export default function Jobs() {
  const me = useMe().data;
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Wanted>(everything);
  const wanted: Wanted = { ...chosen, words: useSettled(typed) };
  const showAll = (): void => {
    setTyped('');
    setChosen(everything);
  };
  const own = me?.wish.trades ?? [];
  const hasWish = own.length > 0 || !!me?.wish.placeRegion || !!me?.wish.needsDorm || !!me?.wish.leastTakeHomeFen;
  return (
    <Page title="找工作">
      <SearchBox value={typed} onChange={setTyped} />
      <Filters wanted={chosen} onChange={setChosen} own={own} isRanked={hasWish && !me?.isRankingOff} hasHome={!!me?.home} />
      {me && !hasWish && (
        <Card flush>
          <Row icon="star" tone="wait" title="说说想做什么" words="合适的排在前面" onTap={() => go('/areas/workers/profile/index')} />
        </Card>
      )}
      <View className="stack">
        <JobPages key={JSON.stringify(chosen)} wanted={wanted} onAll={showAll} />
      </View>
    </Page>
  );
}
