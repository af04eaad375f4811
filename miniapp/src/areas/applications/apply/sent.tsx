import type { Output } from '@shanhai/shared/contract/contract.ts';
import { promiseWords } from '@shanhai/shared/rules/applications.ts';
import { monthDay } from '@shanhai/shared/rules/china-day.ts';
import { View } from '@tarojs/components';
import { go, replace } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { ListenButton } from '../../../ui/listen-button.tsx';
import { Page } from '../../../ui/page.tsx';
import { RemindMe } from '../../../ui/remind-me.tsx';
import { Card, Demo, Heading, Row } from '../../../ui/row.tsx';
import { Steps } from '../../../ui/steps.tsx';

/** It is with them: what happens now. */
export function SentState({ mine, forWorkerId }: { mine: Output<'applications.apply'>; forWorkerId: string | undefined }) {
  const byWhen = promiseWords(mine.answerBy);
  return (
    <Page
      title="投好了"
      foot={
        <Button kind="main" icon="search" onTap={() => go('/tabs/jobs/index')}>
          接着看岗位
        </Button>
      }
    >
      <Banner
        kind="done"
        title={
          <>
            投给{mine.employerName}了
            <Demo when={mine.demo} />
          </>
        }
        words={byWhen}
        aside={<ListenButton words={`投给${mine.employerName}了，${byWhen}。电话别关。`} />}
      />
      <Card>
        <Heading>接下来</Heading>
        <Steps
          items={[
            { title: '投好了', words: `“${mine.jobTitle}”，只有这一家能看`, state: 'done' },
            { title: '等回音', words: `${byWhen}，电话别关`, state: 'now' },
            { title: '要您了，您点去不去', words: '在“回音”里', state: 'ahead' },
          ]}
        />
      </Card>
      <RemindMe names={['answer', 'interview']} words="这家答了，微信里告诉您一声？" />
      <Card flush>
        <Row icon="doc" title="看这一份" words="要收回也在这里" onTap={() => replace('/areas/applications/detail/index', { jobId: mine.jobId, forWorkerId })} />
        <Row icon="bell" title="看回音" onTap={() => go('/tabs/messages/index')} />
      </Card>
      <RemindMe names={['answer']} words="这家答了，微信里告诉您一声？" />
      <View className="small t2 center">不收回，{monthDay(mine.endsAt)} 也自动失效</View>
    </Page>
  );
}
