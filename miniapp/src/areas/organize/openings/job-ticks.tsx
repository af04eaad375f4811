import { yuan } from '@shanhai/shared/rules/fen.ts';
import { mealWords, takeHomeFen } from '@shanhai/shared/rules/jobs.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { View } from '@tarojs/components';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card, Heading } from '../../../ui/row.tsx';
import { Tap } from '../../../ui/tap.tsx';
import type { Job } from './offer.ts';

interface Props {
  jobs: readonly Job[];
  ticked: readonly string[];
  onChange: (ticked: string[]) => void;
}

const wordsOf = (job: Job): string =>
  [regionName(job.workRegion), `要 ${job.headcount} 人`, `到手约 ${yuan(takeHomeFen(job))} 元`, job.hasDorm ? '包住' : '', mealWords[job.meals]]
    .filter(Boolean)
    .join('，');

/** The openings of one employer, to be ticked. */
export function JobTicks({ jobs, ticked, onChange }: Props) {
  const isAll = jobs.every((job) => ticked.includes(job.jobId));
  const toggle = (jobId: string): void => onChange(ticked.includes(jobId) ? ticked.filter((other) => other !== jobId) : [...ticked, jobId]);
  return (
    <View className="stack">
      <Heading
        aside={
          <Button kind="quiet" onTap={() => onChange(isAll ? [] : jobs.map((job) => job.jobId))}>
            {isAll ? '都不放' : '都放上'}
          </Button>
        }
      >
        放哪些岗位
      </Heading>
      <Card flush>
        {jobs.map((job) => {
          const isOn = ticked.includes(job.jobId);
          return (
            <Tap key={job.jobId} className={`li ${isOn ? 'is-on' : ''}`} role="checkbox" isOn={isOn} onTap={() => toggle(job.jobId)}>
              <View className={`tick-box ${isOn ? 'is-on' : ''}`}>{isOn && <Icon name="check" size={22} />}</View>
              <View className="grow">
                <View className="li-title">{job.title}</View>
                <View className="li-words">{wordsOf(job)}</View>
              </View>
            </Tap>
          );
        })}
      </Card>
    </View>
  );
}
