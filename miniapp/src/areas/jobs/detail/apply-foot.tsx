import type { Output } from '@shanhai/shared/contract/contract.ts';
import { promiseWords, stageWords } from '@shanhai/shared/rules/applications.ts';
import { View } from '@tarojs/components';
import { useApplications } from '../../../api/use-me.ts';
import { go } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';

/** Applying from anywhere: the first of two taps. Who applied already sees how far it is. */
export function ApplyFoot({ job }: { job: Output<'jobs.get'> }) {
  const mine = useApplications().data?.items.find((one) => one.jobId === job.jobId);
  if (mine && mine.stage !== 'withdrawn' && mine.stage !== 'declined')
    return (
      <>
        <Button kind="main" icon="bell" onTap={() => go('/areas/applications/detail/index', { jobId: job.jobId })}>
          投过了，{stageWords[mine.stage]}
        </Button>
        {mine.stage === 'waiting' && <View className="small t2 center">{promiseWords(mine.answerBy)}</View>}
      </>
    );
  return (
    <>
      <Button kind="main" icon="doc" onTap={() => go('/areas/applications/apply/index', { jobId: job.jobId })}>
        投这个岗位
      </Button>
      <View className="small t2 center">下一步先问您同不同意</View>
    </>
  );
}
