import { answerWords } from '@shanhai/shared/rules/cards.ts';
import { chinaTime } from '@shanhai/shared/rules/china-day.ts';
import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import type { BoothAct, BoothDeedKept } from '../../../api/booth-queue.ts';
import { forceAlone } from '../../../api/link.ts';
import { forgetDeed } from '../../../api/outbox.ts';
import { refusalOf } from '../../../api/refusal.ts';
import { aria } from '../../../ui/aria.ts';
import { Button } from '../../../ui/button.tsx';
import { Switch } from '../../../ui/choice.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card, Heading } from '../../../ui/row.tsx';
import { UnreadableNews } from '../../../ui/tap-news.tsx';
import { tellingOf } from './booth-words.ts';
import type { BoothKeeping } from './use-booth-keeping.ts';

function titleOf({ isDown, takenAt }: BoothKeeping): string {
  if (!isDown) return '有网';
  return takenAt ? '没网，照常用' : '没网，名片不在本机';
}

function queueWords({ waiting, isDown, takenAt }: BoothKeeping): string {
  const [first] = waiting;
  if (first) return `待传 ${waiting.length} 条，最早 ${chinaTime(first.happenedAt)}`;
  if (!isDown) return '都传上去了';
  return takenAt ? '回音先记在本机，有网自己传' : '有网时打开一次，没网就能用';
}

function listWords({ takenAt, problem }: BoothKeeping): string {
  if (problem?.code === 'storage') return '手机存满了，名片没存下，没网时用不了';
  return takenAt ? `名片 ${chinaTime(takenAt)} 版` : '名片还没存到本机';
}

function whatWas(act: BoothAct): string {
  const number = act.number === undefined ? '' : `${spokenNumber(act.number)} `;
  if (act.kind === 'answer') return `${number}${answerWords[act.answer]}`;
  return act.kind === 'agree' ? `${number}当面同意` : `${number}看过名片`;
}

function NotSent({ deed: { nonce, happenedAt, payload, refusal } }: { deed: BoothDeedKept }) {
  if (!refusal) return null;
  const { title, words } = tellingOf(refusalOf(refusal.code, refusal.detail));
  return (
    <View className="li is-still fw">
      <View className="grow">
        <View className="li-title">
          {chinaTime(happenedAt)} {whatWas(payload.act)}
        </View>
        <View className="li-words stop-t">{title}</View>
        <View className="li-words">{words}</View>
      </View>
      <Button kind="line" onTap={() => forgetDeed(nonce)}>
        处理好了
      </Button>
    </View>
  );
}

/** What was done without network and the server did not take, each with its reason, until somebody has seen to it. */
export function NotSentList({ keeping: { refused } }: { keeping: BoothKeeping }) {
  if (refused.length === 0) return null;
  return (
    <View className="stack">
      <Heading aside={`${refused.length} 条`}>本机没传成的</Heading>
      <Card flush>
        {refused.map((deed) => (
          <NotSent key={deed.nonce} deed={deed} />
        ))}
      </Card>
    </View>
  );
}

/** One plain word on the network, what waits, and the recruiter's own switch. */
export function BoothLink({ keeping }: { keeping: BoothKeeping }) {
  const { isDown, isForced } = keeping;
  return (
    <>
      <UnreadableNews />
      <Card>
        <View className={`row ${isDown ? 'wait-t' : ''}`} {...aria({ role: 'status', live: 'polite' })}>
          <Icon name={isDown ? 'off' : 'synced'} size={30} />
          <View className="grow">
            <View className="b">{titleOf(keeping)}</View>
            <View className="small">{queueWords(keeping)}</View>
            <View className="small t2">{listWords(keeping)}</View>
          </View>
        </View>
        <Switch words="没网模式" isOn={isForced} onChange={forceAlone} />
      </Card>
    </>
  );
}
