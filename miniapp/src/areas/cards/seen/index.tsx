import { type Answer, answers, answerWords, type Reply } from '@shanhai/shared/rules/cards.ts';
import { chinaDay, chinaTime, monthDay } from '@shanhai/shared/rules/china-day.ts';
import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { tradeWords } from '@shanhai/shared/rules/trades.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { deviceId } from '../../../api/session-store.ts';
import { useCall } from '../../../api/use-call.ts';
import { goBack, useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip, FilterChip, type Tone } from '../../../ui/chip.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { RecruiterOnly } from '../../../ui/recruiter-only.tsx';
import { Card, Demo, Row } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import type { Seen } from '../booth/booth-words.ts';
import { Stopped } from '../booth/stopped.tsx';
import { SeenSheet } from './seen-sheet.tsx';
import './index.scss';

type Show = Answer | 'all' | 'waiting';
const shows: readonly Show[] = ['all', 'waiting', ...answers];
const showWords: Record<Show, string> = { all: '全部', waiting: '还没答', ...answerWords };
const answerTones: Record<Answer, Tone> = { want: 'ok', talk: 'wait', no: 'grey' };
const replyWords: Record<Reply, string> = { accepted: '对方答应去', declined: '对方不去了' };

const isShown = (card: Seen, show: Show): boolean => show === 'all' || (card.answer ?? 'waiting') === show;

function whenMet(card: Seen): string {
  const at = card.answeredAt ?? card.leftAt;
  return chinaDay(at) === chinaDay(new Date().toISOString()) ? chinaTime(at) : `${monthDay(at)} ${chinaTime(at)}`;
}

function SeenRow({ card, onTap }: { card: Seen; onTap: () => void }) {
  const wish = card.jobTitle ?? card.trades.map((trade) => tradeWords[trade]).join('、');
  return (
    <Row
      title={
        <>
          <View className="seen-number">{spokenNumber(card.number)}</View>
          {card.name}
          <Demo when={card.demo} />
        </>
      }
      words={
        <>
          <View>{[whenMet(card), wish].filter(Boolean).join('，')}</View>
          {card.reply && <View className={card.reply === 'accepted' ? 'ok-t' : 'stop-t'}>{replyWords[card.reply]}</View>}
          {card.note && <View>“{card.note}”</View>}
        </>
      }
      aside={card.answer ? <Chip tone={answerTones[card.answer]}>{answerWords[card.answer]}</Chip> : <Chip tone="act">还没答</Chip>}
      onTap={onTap}
    />
  );
}

function Filters({ cards, show, onShow }: { cards: readonly Seen[]; show: Show; onShow: (show: Show) => void }) {
  return (
    <View className="scrollx">
      {shows.map((one) => (
        <FilterChip key={one} role="radio" isOn={one === show} onTap={() => onShow(one)}>
          {showWords[one]} {cards.filter((card) => isShown(card, one)).length}
        </FilterChip>
      ))}
    </View>
  );
}

function SeenList({ cards, fairId, boothNo }: { cards: readonly Seen[]; fairId: string; boothNo: number }) {
  const [show, setShow] = useState<Show>('all');
  const [opened, setOpened] = useState<Seen>();
  const shown = cards.filter((card) => isShown(card, show));
  if (!cards.length)
    return <Empty title="还没人把名片给您" words="扫一个号码，或请来的人扫展位的码" action={<Button onTap={() => goBack('recruiter')}>回展位</Button>} />;
  return (
    <>
      <Filters cards={cards} show={show} onShow={setShow} />
      {shown.length ? (
        <Card flush>
          {shown.map((card) => (
            <SeenRow key={card.number} card={card} onTap={() => setOpened(card)} />
          ))}
        </Card>
      ) : (
        <Empty title={`没有“${showWords[show]}”的`} action={<Button onTap={() => setShow('all')}>看全部</Button>} />
      )}
      {opened && <SeenSheet card={opened} fairId={fairId} boothNo={boothNo} onClose={() => setOpened(undefined)} />}
    </>
  );
}

function SeenAt({ fairId, boothNo, employerId }: { fairId: string; boothNo: number; employerId: string }) {
  const seen = useCall('cards.atBooth', { fairId, boothNo, deviceId: deviceId() }, { when: fairId !== '' && boothNo > 0 });
  const isOut = seen.problem?.code === 'employer_suspended';
  const answered = seen.data?.items.filter((card) => card.answer).length ?? 0;
  return (
    <Page title="今天见过的人" titleAside={<View className="t2">见了 {answered} 人</View>}>
      {seen.isLoading && <Skeleton shape="rows" count={5} />}
      {isOut && <Stopped employerId={employerId} />}
      {!isOut && !seen.data && seen.problem && <ErrorView problem={seen.problem} onRetry={() => void seen.reload()} />}
      {!isOut && seen.data && <SeenList cards={seen.data.items} fairId={fairId} boothNo={boothNo} />}
    </Page>
  );
}

/** Everybody who gave this booth a card, with the answer they got and what they said to it. */
export default function SeenPage() {
  const { fairId = '', boothNo = '' } = useParams('/areas/cards/seen/index');
  return <RecruiterOnly title="今天见过的人">{(hiring) => <SeenAt fairId={fairId} boothNo={Number(boothNo)} employerId={hiring.employerId} />}</RecruiterOnly>;
}
