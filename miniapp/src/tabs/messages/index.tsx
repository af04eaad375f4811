import { answerToWorker, cardCan } from '@shanhai/shared/rules/cards.ts';
import { View } from '@tarojs/components';
import type { ComponentType } from 'react';
import { useSession } from '../../api/session-store.ts';
import { useApplications, useCards } from '../../api/use-me.ts';
import { go } from '../../nav.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ListenButton } from '../../ui/listen-button.tsx';
import { MessagesRow } from '../../ui/messages-row.tsx';
import { NotYet } from '../../ui/not-yet.tsx';
import { Page } from '../../ui/page.tsx';
import { Card } from '../../ui/row.tsx';
import { useRepliesBadge } from '../waits-for-me.ts';
import { aboutWords, type MyCard, NotChosen, Settled, StillWaiting, YourTurn } from './answer-card.tsx';
import { AppliedList } from './applied.tsx';
import './index.scss';

type GroupName = 'yours' | 'waiting' | 'settled' | 'no';
const groups: readonly { name: GroupName; words: string; Shown: ComponentType<{ card: MyCard }> }[] = [
  { name: 'yours', words: '等您答', Shown: YourTurn },
  { name: 'waiting', words: '在等', Shown: StillWaiting },
  { name: 'settled', words: '说定了', Shown: Settled },
  { name: 'no', words: '没选上', Shown: NotChosen },
];

function groupOf(card: MyCard): GroupName {
  if (cardCan.reply(card)) return 'yours';
  if (!card.answer) return 'waiting';
  return card.answer === 'no' ? 'no' : 'settled';
}

const spokenCard = (card: MyCard): string => `${aboutWords(card)}，${answerToWorker[card.answer ?? 'waiting']}${card.note ? `，说：${card.note}` : ''}`;

function Group({ words, cards, Shown, isFirst }: { words: string; cards: readonly MyCard[]; Shown: ComponentType<{ card: MyCard }>; isFirst: boolean }) {
  return (
    <>
      <View className="row ends">
        <View className="h3 row">
          {words}
          <View className={isFirst ? 'answers-count' : 't2'}>{cards.length}</View>
        </View>
        {isFirst && <ListenButton words={cards.map(spokenCard).join('。')} />}
      </View>
      {cards.map((card) => (
        <Shown key={`${card.fairId}${card.boothNo}`} card={card} />
      ))}
    </>
  );
}

function NoneYet() {
  return (
    <Empty
      title="还没有回音"
      words="投一个试试，5 天内一定答您"
      action={
        <View className="stack">
          <Button icon="calendar" onTap={() => go('/areas/fairs/list/index')}>
            看招聘会
          </Button>
          <Button kind="quiet" onTap={() => go('/tabs/jobs/index')}>
            先看看岗位
          </Button>
        </View>
      }
    />
  );
}

function Replies() {
  const cards = useCards();
  const applied = useApplications();
  useRepliesBadge();
  if (!cards.data) return <NotYet of={cards} shape="rows" />;
  const standing = cards.data.items.filter((card) => !card.withdrawnAt);
  const hasApplied = applied.data?.items.some((one) => one.stage !== 'withdrawn') ?? false;
  if (standing.length === 0 && !hasApplied) return <NoneYet />;
  return (
    <>
      <AppliedList items={applied.data?.items ?? []} />
      {groups.map(({ name, words, Shown }) => {
        const own = standing.filter((card) => groupOf(card) === name).sort((a, b) => Number(b.answer === 'want') - Number(a.answer === 'want'));
        return own.length > 0 && <Group key={name} words={words} cards={own} Shown={Shown} isFirst={name === 'yours'} />;
      })}
    </>
  );
}

/** 回音: every card and what became of it. */
export default function Messages() {
  const session = useSession();
  return (
    <Page title="回音">
      {session && (
        <Card flush>
          <MessagesRow />
        </Card>
      )}
      <Replies />
    </Page>
  );
}
