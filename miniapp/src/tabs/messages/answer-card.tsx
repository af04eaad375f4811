import type { Output } from '@shanhai/shared/contract/contract.ts';
import { answerToWorker, type Reply } from '@shanhai/shared/rules/cards.ts';
import { chinaDay, chinaTime, daysBetween, monthDay } from '@shanhai/shared/rules/china-day.ts';
import { yuan } from '@shanhai/shared/rules/fen.ts';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { call } from '../../api/call.ts';
import { useAction } from '../../api/use-action.ts';
import { go } from '../../nav.ts';
import { aria } from '../../ui/aria.ts';
import { Button } from '../../ui/button.tsx';
import type { Tone } from '../../ui/chip.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon-names.ts';
import { Card, Demo, Tile } from '../../ui/row.tsx';

export type MyCard = Output<'cards.mine'>['items'][number];

/** `电工，月汀钢构` */
export const aboutWords = (card: MyCard): string => [card.jobTitle, card.employerName].filter(Boolean).join('，');

interface SaidProps {
  card: MyCard;
  icon: IconName;
  tone: Tone;
  title: string;
  /** In place of opening and employer. */
  words?: string;
  className?: string;
}

function Said({ card, icon, tone, title, words = aboutWords(card), className = '' }: SaidProps) {
  return (
    <View className="row fw">
      <Tile icon={icon} tone={tone} />
      <View className="grow">
        <View className={`h3 ${className}`}>{title}</View>
        <View className="small t2">
          {words}
          <Demo when={card.demo} />
        </View>
      </View>
      {card.takeHomeFen !== undefined && <View className="lead b nw">{yuan(card.takeHomeFen)} 元</View>}
    </View>
  );
}

function Line({ icon, children, className = '' }: { icon: IconName; children: ReactNode; className?: string }) {
  return (
    <View className={`answer-line ${className}`}>
      <Icon name={icon} />
      <View className="grow">{children}</View>
    </View>
  );
}

const Note = ({ card }: { card: MyCard }) => (card.note ? <Line icon="chat">“{card.note}”</Line> : null);

/** 要您了 or 想再谈谈: now it is the person's turn. */
export function YourTurn({ card }: { card: MyCard }) {
  const isWanted = card.answer === 'want';
  const done = isWanted ? '答好了，这家看得到' : '说好了，这家看得到';
  const reply = useAction((said: Reply) => call('cards.reply', { fairId: card.fairId, boothNo: card.boothNo, reply: said }), { done });
  return (
    <Card>
      <Said
        card={card}
        icon={isWanted ? 'okc' : 'chat'}
        tone={isWanted ? 'ok' : 'wait'}
        title={answerToWorker[isWanted ? 'want' : 'talk']}
        className={isWanted ? 'ok-t' : ''}
      />
      <Note card={card} />
      <Line icon="clockwarn" className="wait-t">
        {card.answeredAt ? `${monthDay(card.answeredAt)} ${chinaTime(card.answeredAt)} 答您的，` : ''}请早点回话
      </Line>
      <View className="pair">
        <Button kind="line" disabled={reply.busy} onTap={() => void reply.run('declined')}>
          {isWanted ? '不去' : '先不谈了'}
        </Button>
        <Button kind={isWanted ? 'ok' : 'act'} busy={reply.busy} onTap={() => void reply.run('accepted')}>
          {isWanted ? '答应去' : '好，再谈谈'}
        </Button>
      </View>
    </Card>
  );
}

/** Days that were promised. */
const daysOf = (card: MyCard): number => Math.max(1, daysBetween(chinaDay(card.leftAt), chinaDay(card.answerBy)));
/** Days of these that have gone by. */
const daysGone = (card: MyCard, now: string): number => Math.min(daysOf(card), Math.max(0, daysBetween(chinaDay(card.leftAt), chinaDay(now))));

/** The employer has not answered yet. */
export function StillWaiting({ card }: { card: MyCard }) {
  const now = new Date().toISOString();
  const gone = daysGone(card, now);
  const isLate = card.answerBy < now;
  return (
    <Card>
      <Said card={card} icon="clock" tone="grey" title={card.jobTitle ?? card.employerName} words={`${card.employerName}，${monthDay(card.leftAt)} 给的名片`} />
      <View className="waited" {...aria({ role: 'img', label: `${daysOf(card)} 天里过了 ${gone} 天` })}>
        {Array.from({ length: daysOf(card) }, (_, i) => i + 1).map((day) => (
          <View key={day} className={`waited-day ${day <= Math.max(gone, 1) ? 'is-on' : ''}`} />
        ))}
      </View>
      <View className="small t2">{isLate ? '过了说好的日子还没答，已经转给人社局去问' : `最迟 ${monthDay(card.answerBy)} 答您`}</View>
    </Card>
  );
}

const repliedWords = (card: MyCard): string => {
  if (card.reply === 'declined') return card.answer === 'want' ? '您答了不去' : '您说先不谈了';
  return card.answer === 'want' ? '您答应去了' : '您说好，再谈谈';
};

/** Both sides have spoken. */
export function Settled({ card }: { card: MyCard }) {
  const isYes = card.reply === 'accepted';
  const next = card.answer === 'want' ? '等这家约您，电话别关' : '等这家找您，电话别关';
  return (
    <Card>
      <Said card={card} icon={isYes ? 'okc' : 'minus'} tone={isYes ? 'ok' : 'grey'} title={repliedWords(card)} className={isYes ? 'ok-t' : ''} />
      <Note card={card} />
      {isYes && <Line icon="phone">{next}</Line>}
    </Card>
  );
}

/** 没选上, why, and what else there is. */
export function NotChosen({ card }: { card: MyCard }) {
  return (
    <Card>
      <Said card={card} icon="minus" tone="grey" title={answerToWorker.no} />
      <Note card={card} />
      <Button kind="line" wide icon="search" onTap={() => go('/tabs/jobs/index')}>
        看看差不多的岗位
      </Button>
    </Card>
  );
}
