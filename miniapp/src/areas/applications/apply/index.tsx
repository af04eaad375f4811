import type { Output } from '@shanhai/shared/contract/contract.ts';
import { useState } from 'react';
import { useCall } from '../../../api/use-call.ts';
import { useMe } from '../../../api/use-me.ts';
import { go, useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { ApplyView } from './apply-view.tsx';
import { SentState } from './sent.tsx';
import './index.scss';

/** 投递: consent that names this one employer, and only what is missing is asked. */
export default function Apply() {
  const { jobId = '' } = useParams('/areas/applications/apply/index');
  const job = useCall('jobs.get', { jobId }, { when: jobId !== '' });
  const me = useMe();
  const record = useCall('applications.record', { employerId: job.data?.employerId ?? '' }, { when: job.data !== undefined });
  const [sent, setSent] = useState<Output<'applications.apply'>>();
  if (sent) return <SentState mine={sent} />;
  if (job.data && me.data) return <ApplyView job={job.data} me={me.data} record={record.data} onSent={setSent} />;
  const isGone = job.problem?.code === 'not_found' || jobId === '';
  return (
    <Page title="投这个岗位">
      {isGone ? (
        <Empty title="这个岗位撤下了" action={<Button onTap={() => go('/tabs/jobs/index')}>看别的岗位</Button>} />
      ) : (
        <NotYet of={job.data ? me : job} />
      )}
    </Page>
  );
}
