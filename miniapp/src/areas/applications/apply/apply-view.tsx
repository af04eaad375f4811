import type { Output } from '@shanhai/shared/contract/contract.ts';
import { promiseDays } from '@shanhai/shared/rules/applications.ts';
import { consentDays, consentVersion } from '@shanhai/shared/rules/cards.ts';
import { monthDay } from '@shanhai/shared/rules/china-day.ts';
import { yuan } from '@shanhai/shared/rules/fen.ts';
import { hirerWords } from '@shanhai/shared/rules/jobs.ts';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { go, goBack } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { ListenButton } from '../../../ui/listen-button.tsx';
import { Page } from '../../../ui/page.tsx';
import { Demo, Heading } from '../../../ui/row.tsx';
import { type CardDraft, Terms, WhatIsGiven } from '../../../ui/what-is-given.tsx';
import { AskMissing, draftOf, type Told, whyNotYet } from './ask-missing.tsx';

type Job = Output<'jobs.get'>;
type Sent = Output<'applications.apply'>;

/** What was newly told is kept for the next time; then it goes to this one employer. */
async function keepAndSend(job: Job, me: Told, draft: CardDraft, forWorkerId: string | undefined): Promise<Sent> {
  const name = draft.name.trim();
  const { phone, trades } = draft;
  const isNew = name !== me.name || phone !== me.phone || trades.join() !== me.wish.trades.join();
  const told = { name, phone, wish: { ...me.wish, trades } };
  if (isNew) await (forWorkerId ? call('proxies.change', { workerId: forWorkerId, ...told }) : call('workers.change', told));
  const consent = { employerId: job.employerId, version: consentVersion };
  return call('applications.apply', { jobId: job.jobId, name, phone, trades, consent, ...(forWorkerId && { forWorkerId }) });
}

const within = (days: number): string => monthDay(new Date(Date.now() + days * 86_400_000).toISOString());
const spoken = ({ employer, title }: Job): string =>
  `把“${title}”投给${employer.shortName}吗？给的是姓名、电话、想做什么。身份证号、住址不给。随时能收回，${consentDays} 天后自动失效。`;

interface Props {
  job: Job;
  me: Told;
  forWorkerId: string | undefined;
  children: ReactNode;
  record: Output<'applications.record'> | undefined;
  onSent: (sent: Sent) => void;
}

/** Who gets what, what not, until when they answer; two buttons, neither chosen beforehand. 〔个人信息保护法 §14、§17、§23〕 */
export function ApplyView({ job, me, forWorkerId, record, onSent, children }: Props) {
  const [draft, setDraft] = useState(() => draftOf(me));
  const [isAsking, setAsking] = useState(() => whyNotYet(draftOf(me)) !== false);
  const send = useAction(() => keepAndSend(job, me, draft, forWorkerId), { tell: 'inline' });
  const agree = async (): Promise<void> => {
    const sent = await send.run();
    if (sent) onSent(sent);
  };
  return (
    <Page title="投这个岗位" paper className="apply">
      <View className="row top">
        <View className="h2 grow">
          把“{job.title}”投给
          <View>
            {job.employer.shortName}
            <Demo when={job.demo} />？
          </View>
        </View>
        <ListenButton words={spoken(job)} />
      </View>
      {job.onBehalfOf && <View className="t2">{hirerWords(job.employer.shortName, job.onBehalfOf.unitName)}</View>}
      <View className="t2">
        到手约 {yuan(job.takeHomeFen)} 元，还要 {job.remaining} 人
      </View>
      <Banner kind="info" title={`${within(record?.promiseDays ?? promiseDays.usual)}前给您回音`} words="到期没回，人社局会去催" />
      {children}
      {isAsking && <AskMissing draft={draft} me={me} onChange={setDraft} />}
      <Heading>给这家的只有这些</Heading>
      <WhatIsGiven draft={draft} noPhone="还没填" onEdit={isAsking ? undefined : () => setAsking(true)} />
      <Terms />
      {send.problem && (
        <Banner
          kind="failed"
          title={send.problem.sentence}
          aside={
            <Button kind="quiet" onTap={() => go('/tabs/jobs/index')}>
              看别的岗位
            </Button>
          }
        />
      )}
      <View className="stack tight">
        <Button kind="main" disabled={whyNotYet(draft)} busy={send.busy} busyWords="正在投" onTap={() => void agree()}>
          {forWorkerId ? '本人同意，替他投' : '同意，投给这家'}
        </Button>
        <Button kind="quiet" wide onTap={() => goBack()}>
          先不投
        </Button>
      </View>
      <View className="small t3 center">不同意也能看岗位（个人信息保护法第23条）</View>
    </Page>
  );
}
