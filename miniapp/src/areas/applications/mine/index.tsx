import { stageWords } from '@shanhai/shared/rules/applications.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useApplications } from '../../../api/use-me.ts';
import { go } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { ListenButton } from '../../../ui/listen-button.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { Heading } from '../../../ui/row.tsx';
import { ForWhom } from '../for-whom.tsx';
import { MineCard } from '../mine-card.tsx';
import { type Mine, spokenMine } from '../words.ts';

const isYours = ({ stage, arrival }: Mine): boolean => stage === 'wanted' || (stage === 'accepted' && arrival?.saidBy === 'employer');
const isOver = ({ stage }: Mine): boolean => ['refused', 'declined', 'withdrawn'].includes(stage);
const groups: readonly { words: string; has: (mine: Mine) => boolean }[] = [
  { words: '等您答', has: isYours },
  { words: stageWords.waiting, has: ({ stage }) => stage === 'waiting' },
  { words: '说好了', has: (mine) => ['interview', 'accepted', 'arrived'].includes(mine.stage) && !isYours(mine) },
  { words: '过去了', has: isOver },
];

function All({ items, forWorkerId }: { items: readonly Mine[]; forWorkerId: string | undefined }) {
  const now = new Date().toISOString();
  return (
    <>
      <View className="row ends">
        <View className="t2">一共投了 {items.length} 个</View>
        <ListenButton
          words={items
            .slice(0, 6)
            .map((mine) => spokenMine(mine, now))
            .join('。')}
        />
      </View>
      {groups.map(({ words, has }) => {
        const own = items.filter(has);
        return (
          own.length > 0 && (
            <View key={words} className="stack">
              <Heading aside={`${own.length} 个`}>{words}</Heading>
              {own.map((mine) => (
                <MineCard key={mine.jobId} mine={mine} forWorkerId={forWorkerId} />
              ))}
            </View>
          )
        );
      })}
    </>
  );
}

/** 我投的岗位: every application and what comes next. */
export default function MyApplications() {
  const [forWorkerId, setFor] = useState<string>();
  const mine = useApplications(forWorkerId);
  return (
    <Page title="我投的岗位">
      <ForWhom label="看谁的" value={forWorkerId} onChange={setFor} />
      {!mine.data && <NotYet of={mine} shape="rows" />}
      {mine.data?.items.length === 0 && (
        <Empty title="还没投过岗位" words="看中哪个，点两下就投好了" action={<Button onTap={() => go('/tabs/jobs/index')}>看岗位</Button>} />
      )}
      {mine.data && mine.data.items.length > 0 && <All items={mine.data.items} forWorkerId={forWorkerId} />}
    </Page>
  );
}
