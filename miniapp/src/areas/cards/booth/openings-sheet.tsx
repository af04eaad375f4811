import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { go } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Agree } from '../../../ui/choice.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Card } from '../../../ui/row.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import type { MyBooth } from './booth-words.ts';

interface Props {
  booth: MyBooth;
  employerId: string;
  onClose: () => void;
}

/** Beyond this many a booth is not read any more. */
const mostOpenings = 20;

function Chooser({ booth, open, onClose }: { booth: MyBooth; open: readonly { jobId: string; title: string; headcount: number }[]; onClose: () => void }) {
  const [chosen, setChosen] = useState(() => booth.openings.map((o) => o.jobId as string).filter((id) => open.some((job) => job.jobId === id)));
  const dropped = booth.openings.filter((o) => !open.some((job) => job.jobId === o.jobId));
  const attach = useAction(() => call('fairs.attach', { fairId: booth.fairId, boothNo: booth.boothNo, jobIds: chosen }), { done: '展位上的岗位存好了' });
  const toggle = (jobId: string): void => setChosen(chosen.includes(jobId) ? chosen.filter((id) => id !== jobId) : [...chosen, jobId].slice(0, mostOpenings));
  const save = async (): Promise<void> => {
    if (await attach.run()) onClose();
  };
  if (!open.length)
    return <Empty title="还没有在招的岗位" words="先发一个，再放到展位上" action={<Button onTap={() => go('/areas/jobs/edit/index', {})}>发岗位</Button>} />;
  return (
    <>
      <Card>
        {open.map((job) => (
          <Agree key={job.jobId} words={`${job.title}，招 ${job.headcount} 人`} isOn={chosen.includes(job.jobId)} onChange={() => toggle(job.jobId)} />
        ))}
      </Card>
      {dropped.length > 0 && <View className="hint">{dropped.map((o) => o.title).join('、')} 停了或过期了，存的时候会撤下。</View>}
      <Button kind="main" busy={attach.busy} busyWords="正在存" onTap={() => void save()}>
        放 {chosen.length} 个岗位
      </Button>
    </>
  );
}

/** Which of the employer's open openings stand at this booth. */
export function OpeningsSheet({ booth, employerId, onClose }: Props) {
  const jobs = useCall('jobs.mine', { employerId });
  return (
    <Sheet isOpen onClose={onClose} label="展位上的岗位">
      <View className="h2">{booth.label} 展位上放哪些岗位</View>
      {jobs.isLoading && <Skeleton shape="rows" />}
      {!jobs.data && jobs.problem && <ErrorView problem={jobs.problem} onRetry={() => void jobs.reload()} />}
      {jobs.data && <Chooser booth={booth} open={jobs.data.items.filter((job) => job.status === 'open')} onClose={onClose} />}
      <Button kind="quiet" wide onTap={onClose}>
        先不改
      </Button>
    </Sheet>
  );
}
