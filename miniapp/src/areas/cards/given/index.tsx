import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaTime, monthDay } from '@shanhai/shared/rules/china-day.ts';
import { View } from '@tarojs/components';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCards } from '../../../api/use-me.ts';
import { go } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Demo, Heading, Tile } from '../../../ui/row.tsx';
import { TakeBack } from '../../../ui/take-back.tsx';

type MyCard = Output<'cards.mine'>['items'][number];

function About({ card, words }: { card: MyCard; words: string }) {
  return (
    <View className="row top">
      <Tile icon={card.withdrawnAt ? 'lock' : 'building'} tone={card.withdrawnAt ? 'grey' : 'act'} />
      <View className="grow">
        <View className="lead b">
          {card.employerName}
          <Demo when={card.demo} />
        </View>
        <View className="small t2">
          {card.label} 展位{card.jobTitle ? `，${card.jobTitle}` : ''}
        </View>
        <View className="small t2">{words}</View>
      </View>
    </View>
  );
}

const givenWords = (card: MyCard): string => `${monthDay(card.leftAt)} ${chinaTime(card.leftAt)} 给的，到 ${monthDay(card.endsAt)} 自动失效`;

function Standing({ card }: { card: MyCard }) {
  const withdraw = useAction(() => call('cards.withdraw', { fairId: card.fairId, boothNo: card.boothNo }), { done: '名片收回来了' });
  return (
    <Card>
      <About card={card} words={givenWords(card)} />
      {card.isUnverified && <Banner kind="wait" title="这家单位在等人社局核验" words="核验好以前不收新名片。叫您去，先问清楚；您也可以收回" />}
      {card.isPaused && <Banner kind="wait" title="这家单位被人社局停了" words="现在看不到您的名片，也不会答复；恢复了接着办，您也可以收回" />}
      <TakeBack after={<View>收回后，{card.employerName}马上看不到您的名字和电话。</View>} busy={withdraw.busy} onTake={() => void withdraw.run()} />
    </Card>
  );
}

function endWords(card: MyCard): string {
  const { withdrawnAt, endsAt } = card;
  return withdrawnAt ? `${monthDay(withdrawnAt)} ${chinaTime(withdrawnAt)} 收回来了` : `${monthDay(endsAt)} 自动失效了`;
}

function Cards() {
  const cards = useCards();
  if (!cards.data) return <NotYet of={cards} shape="rows" />;
  const now = new Date().toISOString();
  const isStanding = (card: MyCard): boolean => !card.withdrawnAt && card.endsAt > now;
  const standing = cards.data.items.filter(isStanding);
  const ended = cards.data.items.filter((card) => !isStanding(card));
  return (
    <>
      {standing.length === 0 && (
        <Empty
          title="名片没在别人手里"
          words="您同意了，单位才看得到"
          action={
            <Button kind="line" onTap={() => go('/areas/fairs/list/index')}>
              看招聘会
            </Button>
          }
        />
      )}
      {standing.length > 0 && <Heading aside="别的单位看不到">{`${standing.length} 家有您的名片`}</Heading>}
      {standing.map((card) => (
        <Standing key={`${card.fairId}${card.boothNo}`} card={card} />
      ))}
      {ended.length > 0 && <Heading>收回的</Heading>}
      {ended.map((card) => (
        <Card key={`${card.fairId}${card.boothNo}`}>
          <About card={card} words={endWords(card)} />
        </Card>
      ))}
    </>
  );
}

/** 名片给过谁: each can be taken back, at any time. 〔个人信息保护法 §15〕 */
export default function GivenCards() {
  return (
    <Page title="名片给过谁">
      <Cards />
    </Page>
  );
}
