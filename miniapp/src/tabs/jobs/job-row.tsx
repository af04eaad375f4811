import type { Output } from '@shanhai/shared/contract/contract.ts';
import { yuan } from '@shanhai/shared/rules/fen.ts';
import { hirerWords } from '@shanhai/shared/rules/jobs.ts';
import { fitsFrom } from '@shanhai/shared/rules/matching.ts';
import { View } from '@tarojs/components';
import { go } from '../../nav.ts';
import { BedAndBoard } from '../../ui/bed-and-board.tsx';
import { Chip } from '../../ui/chip.tsx';
import { placeWords } from '../../ui/place-words.ts';
import { Demo, Tile } from '../../ui/row.tsx';
import { Tap } from '../../ui/tap.tsx';
import { tradeIcons } from '../../ui/trade-icons.ts';

export type Job = Output<'search.jobs'>['items'][number];

const sameTown = 30;
/** Beyond a day's ride the number says nothing. */
const dayRide = 400;
function distanceWords(km: number | undefined): string {
  if (km === undefined || km > dayRide) return '';
  return km < sameTown ? '，离家近' : `，离家约 ${km} 公里`;
}

/** Why it stands where it does: what speaks for it, and the one thing that speaks against it. */
function Reasons({ fit }: { fit: NonNullable<Job['fit']> }) {
  if (fit.score < fitsFrom || !fit.reasons.length) return null;
  const [but] = fit.against;
  return (
    <View className="small">
      <View className="ok-t">{fit.reasons.join('，')}</View>
      {but && <View className="t2">就是{but}</View>}
    </View>
  );
}

/** One opening in the list: what, how much, where, whose, bed and board, and why. */
export function JobRow({ job }: { job: Job }) {
  return (
    <Tap className="card job-row" onTap={() => go('/areas/jobs/detail/index', { jobId: job.jobId })}>
      <View className="row top">
        <Tile icon={tradeIcons[job.trade]} />
        <View className="grow">
          <View className="offer-line is-title">
            <View>{job.title}</View>
            <View className="nw">{yuan(job.takeHomeFen)} 元</View>
          </View>
          {job.clientName && (
            <View className="small t2">
              {hirerWords(job.employer.shortName, job.clientName)}
              <Demo when={job.demo} />
            </View>
          )}
          <View className="offer-line">
            <View>
              {placeWords(job.workRegion)}
              {distanceWords(job.homeKm)}
            </View>
            {!job.clientName && (
              <View>
                {job.employer.shortName}
                <Demo when={job.demo} />
              </View>
            )}
          </View>
        </View>
      </View>
      <View className="chips">
        <BedAndBoard job={job} tone="grey" />
        {job.needsCertificate && <Chip icon="doc">要证</Chip>}
        {job.kind === 'gig' && <Chip>零工</Chip>}
        <Chip icon="people">还招 {job.remaining} 人</Chip>
      </View>
      {job.fit && <Reasons fit={job.fit} />}
    </Tap>
  );
}
