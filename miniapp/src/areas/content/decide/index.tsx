import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaTime, monthDay } from '@shanhai/shared/rules/china-day.ts';
import { contentVerdictWords } from '@shanhai/shared/rules/content.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { go, goBack, useParams } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Field } from '../../../ui/field.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Heading, Row } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';

type Case = Output<'content.get'>;

const usualReasons = ['写清楚做什么活', '不写微信号和电话', '不写和活儿无关的话', '去掉让人误会的话'];

function Decide({ held }: { held: Case }) {
  const [reason, setReason] = useState('');
  const { caseId } = held;
  const decide = useAction(
    async (decision: 'passed' | 'refused') => {
      await call('content.decide', { caseId, decision, ...(decision === 'refused' && { reason }) });
      goBack('officer');
    },
    { tell: 'inline', done: '记下了' },
  );
  return (
    <>
      {decide.problem && <Banner kind="failed" title={decide.problem.sentence} />}
      <Button kind="main" icon="check" busy={decide.busy} onTap={() => void decide.run('passed')}>
        没问题，放行
      </Button>
      <Card>
        <Heading>不放行</Heading>
        <View className="chips">
          {usualReasons.map((words) => (
            <Button key={words} kind="soft" onTap={() => setReason(words)}>
              {words}
            </Button>
          ))}
        </View>
        <Field label="为什么" value={reason} onChange={setReason} placeholder="单位照着改" most={100} />
        <Button kind="stop" wide busy={decide.busy} disabled={!reason.trim() && '先写为什么'} onTap={() => void decide.run('refused')}>
          退回去改
        </Button>
      </Card>
    </>
  );
}

function decidedWords({ decision, reason, decidedAt }: Case): { title: string; words: string } {
  const when = decidedAt ? `${monthDay(decidedAt)} ${chinaTime(decidedAt)}` : '';
  return decision === 'passed' ? { title: '放行了', words: when } : { title: '退回了', words: `${when}，${reason ?? ''}` };
}

function Whole({ held }: { held: Case }) {
  return (
    <>
      <Banner kind="wait" title={contentVerdictWords[held.verdict]} words={`${monthDay(held.dueAt)}前看完`} />
      <Card flush>
        <Row
          icon="building"
          title={held.employerShortName}
          words={held.kind === 'job' ? `岗位：${held.about}` : held.about}
          onTap={() => go('/areas/employers/verify/index', { employerId: held.employerId })}
        />
      </Card>
      <Card>
        <Heading>写的是</Heading>
        {held.texts.map((text) => (
          <View key={text} className="block">
            {text}
          </View>
        ))}
      </Card>
      {held.decision ? <Banner kind="done" {...decidedWords(held)} /> : <Decide held={held} />}
    </>
  );
}

/** Words that WeChat did not clearly pass: an officer reads them and says yes or no. */
export default function DecideContent() {
  const { caseId = '' } = useParams('/areas/content/decide/index');
  const held = useCall('content.get', { caseId }, { when: caseId !== '' });
  return (
    <Page title="看内容">
      {held.isLoading && <Skeleton />}
      {held.data && <Whole key={held.data.caseId} held={held.data} />}
      {!held.data && held.problem && <ErrorView problem={held.problem} onRetry={() => void held.reload()} />}
      {caseId === '' && <Empty title="没有要看的" action={<Button onTap={() => go('/areas/desk/today/index')}>今天要办</Button>} />}
    </Page>
  );
}
