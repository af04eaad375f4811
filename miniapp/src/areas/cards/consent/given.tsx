import type { Output } from '@shanhai/shared/contract/contract.ts';
import { monthDay } from '@shanhai/shared/rules/china-day.ts';
import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import { useBeen } from '../../../api/use-me.ts';
import { go } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { ListenButton } from '../../../ui/listen-button.tsx';
import { Page } from '../../../ui/page.tsx';
import { RemindMe } from '../../../ui/remind-me.tsx';
import { Card, Demo, Heading, Row } from '../../../ui/row.tsx';
import { Steps } from '../../../ui/steps.tsx';

/** The card is with them: what happens now. */
export function GivenState({ card }: { card: Output<'cards.leave'> }) {
  const been = useBeen();
  const number = been.data?.items.find((one) => one.fairId === card.fairId)?.number;
  const byWhen = `最迟 ${monthDay(card.answerBy)} 答您`;
  const spoken = `名片交给${card.employerName}了。现在就到 ${card.label} 展位面谈。${byWhen}。`;
  return (
    <Page
      title="留名片"
      foot={
        <Button kind="main" icon="map" onTap={() => go('/areas/fairs/booths/index', { fairId: card.fairId })}>
          接着看展位
        </Button>
      }
    >
      <Banner
        kind="done"
        title={
          <>
            名片交给{card.employerName}了
            <Demo when={card.demo} />
          </>
        }
        words={byWhen}
        aside={<ListenButton words={spoken} />}
      />
      <Card>
        <Heading>接下来</Heading>
        <Steps
          items={[
            { title: '名片交了', words: card.jobTitle ? `看中的是${card.jobTitle}` : '只有这一家能看', state: 'done' },
            { title: `到 ${card.label} 展位面谈`, words: number ? `报您的号码 ${spokenNumber(number)}` : '报您的号码', state: 'now' },
            { title: '等回音', words: byWhen, state: 'ahead' },
          ]}
        />
      </Card>
      <RemindMe names={['answer']} words="这家答了，微信里告诉您一声？" />
      <Card flush>
        <Row icon="bell" title="看回音" onTap={() => go('/tabs/messages/index')} />
        <Row icon="undo" tone="grey" title="想收回" words={`随时能收。${monthDay(card.endsAt)} 自动失效`} onTap={() => go('/areas/cards/given/index')} />
      </Card>
      <View className="small t2 center">别的单位看不到您的名片</View>
    </Page>
  );
}
