import type { Output } from '@shanhai/shared/contract/contract.ts';
import { yuan } from '@shanhai/shared/rules/fen.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useSession } from '../../../api/session-store.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { go, goBack, useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Field } from '../../../ui/field.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { placeWords } from '../../../ui/place-words.ts';
import { Card, Row } from '../../../ui/row.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { tradeIcons } from '../../../ui/trade-icons.ts';

type Job = Output<'search.jobs'>['items'][number];
const jobWords = (job: Job): string => `${job.employer.shortName}，到手约 ${yuan(job.takeHomeFen)} 元，${placeWords(job.workRegion)}`;

function Reason({ job, workerId, who, onClose }: { job: Job; workerId: string; who: string; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const save = useAction(
    async () => {
      await call('search.override', { jobId: job.jobId, workerId, reason });
      goBack('officer');
    },
    { done: '推荐了，本人收到消息' },
  );
  return (
    <Sheet isOpen onClose={onClose} label={job.title}>
      <View>
        <View className="h2">
          推荐{who}：{job.title}
        </View>
        <View className="t2">{jobWords(job)}</View>
      </View>
      <Field label="为什么合适" value={reason} onChange={setReason} kind="area" most={100} hint="本人和单位都看得到。别写电话、证件号、人员类别" />
      <Button kind="main" busy={save.busy} disabled={!reason.trim() && '先写为什么'} onTap={() => void save.run()}>
        推荐
      </Button>
      <Button kind="line" wide icon="people" onTap={() => go('/areas/jobs/people/index', { jobId: job.jobId })}>
        看这个岗位谁合适
      </Button>
    </Sheet>
  );
}

function Openings({ words, onPick }: { words: string; onPick: (job: Job) => void }) {
  const found = useCall('search.jobs', words ? { words } : {});
  if (!found.data) return <NotYet of={found} shape="rows" count={4} />;
  if (!found.data.items.length) return <Empty title="没有这样的岗位" words="换个词，比如工种、地方、单位" />;
  return (
    <Card flush>
      {found.data.items.map((job) => (
        <Row key={job.jobId} icon={tradeIcons[job.trade]} title={job.title} words={jobWords(job)} onTap={() => onPick(job)} />
      ))}
    </Card>
  );
}

/** An officer recommends somebody to an opening, with a reason that is kept and told. 〔个人信息保护法 §24〕 */
export default function RecommendTo() {
  const { workerId = '', who = '这位' } = useParams('/areas/people/recommend/index');
  const isOfficer = useSession()?.acting.role === 'officer';
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  const [picked, setPicked] = useState<Job>();
  if (!isOfficer || !workerId)
    return (
      <Page title="推荐到岗位">
        <Empty title="先选要推荐的人" action={<Button onTap={() => go('/areas/people/skilled/index')}>去技能人才库</Button>} />
      </Page>
    );
  const search = (): void => setWords(typed.trim());
  return (
    <Page title="推荐到岗位">
      <View className="t2">给{who}选一个岗位。本人会收到消息；打开了“单位可以找我”的，单位也看得到您的推荐。</View>
      <Field label="找岗位" value={typed} onChange={setTyped} onLeave={search} onDone={search} placeholder="工种、地方、单位" most={60} />
      <Openings words={words} onPick={setPicked} />
      {picked && <Reason key={picked.jobId} job={picked} workerId={workerId} who={who} onClose={() => setPicked(undefined)} />}
    </Page>
  );
}
