import type { Output } from '@shanhai/shared/contract/contract.ts';
import { useState } from 'react';
import { useCall } from '../../../api/use-call.ts';
import { useMe } from '../../../api/use-me.ts';
import { go, useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { ForWhom } from '../for-whom.tsx';
import { ApplyView } from './apply-view.tsx';
import { SentState } from './sent.tsx';
import './index.scss';

/** Who it is about: oneself, or somebody one acts for. */
function useWho(forWorkerId: string | undefined) {
  const me = useMe();
  const proxied = useCall('proxies.get', { workerId: forWorkerId ?? '' }, { when: forWorkerId !== undefined });
  return forWorkerId ? proxied : me;
}

function ApplyFor({ job }: { job: Output<'jobs.get'> }) {
  const [forWorkerId, setFor] = useState<string>();
  const [sent, setSent] = useState<Output<'applications.apply'>>();
  const who = useWho(forWorkerId);
  const record = useCall('applications.record', { employerId: job.employerId });
  if (sent) return <SentState mine={sent} forWorkerId={forWorkerId} />;
  if (!who.data)
    return (
      <Page title="投这个岗位">
        <NotYet of={who} />
      </Page>
    );
  return (
    <ApplyView key={forWorkerId ?? 'me'} job={job} me={who.data} forWorkerId={forWorkerId} record={record.data} onSent={setSent}>
      <ForWhom label="替谁投" value={forWorkerId} onChange={setFor} />
    </ApplyView>
  );
}

/** 投递: consent that names this one employer, and only what is missing is asked. */
export default function Apply() {
  const { jobId = '' } = useParams('/areas/applications/apply/index');
  const job = useCall('jobs.get', { jobId }, { when: jobId !== '' });
  if (job.data) return <ApplyFor job={job.data} />;
  const isGone = job.problem?.code === 'not_found' || jobId === '';
  return (
    <Page title="投这个岗位">
      {isGone ? <Empty title="这个岗位撤下了" action={<Button onTap={() => go('/tabs/jobs/index')}>看别的岗位</Button>} /> : <NotYet of={job} />}
    </Page>
  );
}
