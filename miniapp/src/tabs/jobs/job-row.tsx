import type { Output } from '@shanhai/shared/contract/contract.ts';
import { yuan } from '@shanhai/shared/rules/fen.ts';
import { fitOf, suits, type Wish } from '@shanhai/shared/rules/matching.ts';
import { View } from '@tarojs/components';
import { go } from '../../nav.ts';
import { Chip } from '../../ui/chip.tsx';
import { mealsShown } from '../../ui/meal-words.ts';
import { placeWords } from '../../ui/place-words.ts';
import { Demo, Tile } from '../../ui/row.tsx';
import { Tap } from '../../ui/tap.tsx';
import { tradeIcons } from '../../ui/trade-icons.ts';

export type Job = Output<'jobs.list'>['items'][number];
export const offerOf = (job: Job) => ({ ...job, remaining: job.remaining });

/** One opening in the list: what, how much, where, whose, bed and board. */
export function JobRow({ job, wish }: { job: Job; wish: Wish | undefined }) {
  const meals = mealsShown(job.meals, '');
  const isSuiting = wish !== undefined && suits(wish, offerOf(job));
  return (
    <Tap className="card job-row" onTap={() => go('/areas/jobs/detail/index', { jobId: job.jobId })}>
      <View className="row top">
        <Tile icon={tradeIcons[job.trade]} />
        <View className="grow">
          <View className="job-line is-title">
            <View>{job.title}</View>
            <View className="nw">{yuan(job.takeHomeFen)} 元</View>
          </View>
          <View className="job-line">
            <View>{placeWords(job.workRegion)}</View>
            <View>
              {job.employer.shortName}
              <Demo when={job.demo} />
            </View>
          </View>
        </View>
      </View>
      <View className="chips">
        {job.hasDorm && <Chip icon="bed">包住</Chip>}
        {meals && <Chip icon="bowl">{meals}</Chip>}
        <Chip icon="people">招 {job.headcount} 人</Chip>
      </View>
      {isSuiting && <View className="small ok-t">{fitOf(wish, offerOf(job)).reasons.join('，')}</View>}
    </Tap>
  );
}
