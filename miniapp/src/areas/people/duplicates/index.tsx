import type { Output } from '@shanhai/shared/contract/contract.ts';
import { likenessWords } from '@shanhai/shared/rules/people.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useSession } from '../../../api/session-store.ts';
import { useCall } from '../../../api/use-call.ts';
import { Chip } from '../../../ui/chip.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Heading, Row } from '../../../ui/row.tsx';
import { useWideScreen } from '../../../ui/screen.ts';
import { Compare } from './compare.tsx';
import { Merges } from './merges.tsx';
import './index.scss';

type Pair = Output<'people.pairs'>['items'][number];

function PairRows({ items, picked, onPick }: { items: readonly Pair[]; picked: string | undefined; onPick: (pairId: string) => void }) {
  return (
    <Card flush>
      {items.map(({ pairId, maskedNames, town, likeness }) => (
        <Row
          key={pairId}
          icon="people"
          title={maskedNames.join(' 和 ')}
          words={town ?? '没填乡镇'}
          isOn={pairId === picked}
          aside={
            <View className="stack tight">
              {likeness.map((one) => (
                <Chip key={one} tone={one === 'same_id' ? 'act' : 'grey'}>
                  {likenessWords[one]}
                </Chip>
              ))}
            </View>
          }
          onTap={() => onPick(pairId)}
        />
      ))}
    </Card>
  );
}

/** 是不是同一个人: records that may be one person, side by side; a human settles each, and a merge can be taken back. */
export default function Duplicates() {
  const session = useSession();
  const isOfficer = session?.acting.role === 'officer';
  const pairs = useCall('people.pairs', {}, { when: isOfficer });
  const isWide = useWideScreen();
  const [chosen, setChosen] = useState<string>();
  const items = pairs.data?.items ?? [];
  const picked = items.some((p) => p.pairId === chosen) ? chosen : isWide ? items[0]?.pairId : undefined;
  return (
    <Page title="是不是同一个人" wide>
      {!pairs.data && <NotYet of={pairs} shape="rows" />}
      {pairs.data && items.length === 0 && <Empty title="没有要看的" words="身份证号、手机号或者同村的名字对上了，会排在这里" />}
      <View className="twins">
        {items.length > 0 && (
          <View className="twins-list">
            <PairRows items={items} picked={picked} onPick={setChosen} />
          </View>
        )}
        {picked && <Compare key={picked} pairId={picked} onSettled={() => setChosen(undefined)} />}
      </View>
      <Heading>合过的</Heading>
      <Merges isAsked={isOfficer} />
    </Page>
  );
}
