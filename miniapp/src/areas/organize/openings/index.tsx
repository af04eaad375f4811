import type { Output } from '@shanhai/shared/contract/contract.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import type { Refusal } from '../../../api/refusal.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { goBack, useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Field } from '../../../ui/field.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { showToast } from '../../../ui/toast-store.ts';
import { JobTicks } from './job-ticks.tsx';
import { type Booth, type Job, nextLabel, offered } from './offer.ts';
import { RemoveBooth } from './remove-booth.tsx';

type Fair = Output<'fairs.booths'>['fair'];

interface RoomProps {
  fair: Fair;
  booths: readonly Booth[];
  booth: Booth | undefined;
  employer: { employerId: string; name: string };
  jobs: readonly Job[];
}

const mostOpenings = 20;

function buttonWords(isNew: boolean, label: string, count: number): string {
  if (isNew) return count ? `请到 ${label}，放 ${count} 个岗位` : `先请到 ${label}`;
  return count ? `放这 ${count} 个岗位` : '一个都不放';
}

/** The label and the ticks, and sending them. */
function useOffer({ fair, booths, booth, employer, jobs }: RoomProps) {
  const [label, setLabel] = useState(() => booth?.label ?? nextLabel(booths));
  const [ticked, setTicked] = useState<string[]>(() => {
    const there = booth?.openings.map((opening) => opening.jobId as string);
    return jobs
      .map((job) => job.jobId as string)
      .filter((jobId) => there?.includes(jobId) ?? true)
      .slice(0, mostOpenings);
  });
  const { fairId } = fair;
  const send = useAction(
    async () => {
      if (booth) await call('fairs.attach', { fairId, boothNo: booth.boothNo, jobIds: ticked });
      else await call('fairs.invite', { fairId, employerId: employer.employerId, label: label.trim(), jobIds: ticked });
      showToast(booth ? '放好了' : `${label.trim()} 请到了`);
      goBack('organizer');
    },
    { tell: 'inline' },
  );
  const changeLabel = (next: string): void => {
    send.clear();
    setLabel(next);
  };
  return { label, changeLabel, ticked, setTicked, send };
}

const labelTaken = (label: string): string => `${label} 已经有单位了，或这家已经请过`;

function OfferRoom(props: RoomProps) {
  const { fair, booth, employer, jobs } = props;
  const { label, changeLabel, ticked, setTicked, send } = useOffer(props);
  const { problem } = send;
  const isTaken = problem?.code === 'booth_taken';
  const isOver = ticked.length > mostOpenings;
  return (
    <Page
      title={booth ? `${booth.label} 的岗位` : '请单位'}
      foot={
        <Button
          kind="main"
          busy={send.busy}
          busyWords="正在存"
          disabled={isOver ? `最多 ${mostOpenings} 个岗位` : !label.trim() && '还要展位号'}
          onTap={() => void send.run()}
        >
          {buttonWords(!booth, label.trim(), ticked.length)}
        </Button>
      }
    >
      <Card>
        <View className="h3">{employer.name}</View>
        {!booth && (
          <Field
            label="展位号"
            value={label}
            onChange={changeLabel}
            most={6}
            hint="挂在展位上头的号，已排了下一个空的"
            problem={isTaken ? labelTaken(label) : undefined}
          />
        )}
        {problem && !isTaken && <View className="hint stop">{problem.sentence}</View>}
      </Card>
      {jobs.length ? <JobTicks jobs={jobs} ticked={ticked} onChange={setTicked} /> : <Empty title="这家还没有在招的岗位" words="先请到，再请他们发岗位" />}
      {booth && fair.status === 'draft' && <RemoveBooth booth={booth} />}
    </Page>
  );
}

/** The booth, its employer and that employer's openings, each asked for as soon as it is known whose. */
function useOfferRoom(): Called {
  const { fairId = '', boothNo, employerId } = useParams('/areas/organize/openings/index');
  const booths = useCall('fairs.booths', { fairId }, { when: fairId !== '' });
  const booth = booths.data?.items.find((one) => String(one.boothNo) === boothNo);
  const wanted = booth?.employerId ?? employerId ?? '';
  const employer = useCall('employers.get', { employerId: wanted }, { when: wanted !== '' && !booth });
  const jobs = useCall('jobs.mine', { employerId: wanted }, { when: wanted !== '' });
  const known = booth ? { employerId: wanted, name: booth.employerName } : employer.data;
  return {
    room: booths.data && known && jobs.data && { fair: booths.data.fair, booths: booths.data.items, booth, employer: known, jobs: offered(jobs.data.items) },
    isGone: booths.data !== undefined && boothNo !== undefined && !booth,
    problem: booths.problem ?? jobs.problem ?? employer.problem,
    reload: () => void Promise.all([booths.reload(), jobs.reload()]),
  };
}

interface Called {
  room: RoomProps | undefined;
  isGone: boolean;
  problem: Refusal | undefined;
  reload: () => void;
}

function NoRoom({ isGone, problem, reload }: Called) {
  if (isGone) return <Empty title="这个展位撤掉了" action={<Button onTap={() => goBack('organizer')}>回去</Button>} />;
  return problem ? <ErrorView problem={problem} onRetry={reload} /> : <Skeleton shape="rows" />;
}

/** What stands at a booth: of one that is there, or of an employer about to be invited. */
export default function BoothOpenings() {
  const called = useOfferRoom();
  if (called.room) return <OfferRoom {...called.room} />;
  return (
    <Page title="放岗位">
      <NoRoom {...called} />
    </Page>
  );
}
