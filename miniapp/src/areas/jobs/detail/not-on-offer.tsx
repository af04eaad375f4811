import type { Output } from '@shanhai/shared/contract/contract.ts';
import { yuan } from '@shanhai/shared/rules/fen.ts';
import { hirerWords } from '@shanhai/shared/rules/jobs.ts';
import { isWithinRegion } from '@shanhai/shared/rules/regions.ts';
import { View } from '@tarojs/components';
import { useCall } from '../../../api/use-call.ts';
import { go } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { today } from '../../../ui/clock.ts';
import { dayWords, placeWords } from '../../../ui/place-words.ts';
import { Card, Heading, Row } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';

type Job = Output<'jobs.get'>;

/** Why it cannot be had now; nothing when it can. */
export function whyNotOn({ status, expiresOn, remaining, closeReason, employer }: Job): string | undefined {
  if (remaining <= 0 || closeReason === 'filled') return '招满了';
  if (status === 'closed') return '不招了';
  if (expiresOn < today()) return `${dayWords(expiresOn)} 过期了`;
  if (status !== 'open') return '先停着，没在招';
  return employer.status === 'verified' ? undefined : '的单位在等人社局核验，先不招';
}

const mostSimilar = 5;
const shanghai = '31';

/** The same trade first, then the same part of the country; nearest in pay among those. */
function similarTo(job: Job, others: Output<'jobs.list'>['items']): Output<'jobs.list'>['items'] {
  const isNear = (region: string): boolean => isWithinRegion(region, job.workRegion) || (region.startsWith(shanghai) && job.workRegion.startsWith(shanghai));
  const distance = (one: (typeof others)[number]): number =>
    (one.trade === job.trade ? 0 : 2_000_000) + (isNear(one.workRegion) ? 0 : 1_000_000) + Math.min(900_000, Math.abs(one.takeHomeFen - job.takeHomeFen));
  return others
    .filter((one) => one.jobId !== job.jobId)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, mostSimilar);
}

/** What is like it and can be had. */
export function Similar({ job }: { job: Job }) {
  const list = useCall('jobs.list', {}, { keep: true });
  if (list.isLoading) return <Skeleton shape="rows" count={3} />;
  const items = similarTo(job, list.data?.items ?? []);
  if (!items.length) return null;
  return (
    <View className="stack">
      <Heading>差不多的岗位</Heading>
      <Card flush>
        {items.map((one) => (
          <Row
            key={one.jobId}
            title={one.title}
            words={`${hirerWords(one.employer.shortName, one.onBehalfOf?.unitName)}，${placeWords(one.workRegion)}`}
            aside={<View className="b nw">{yuan(one.takeHomeFen)} 元</View>}
            onTap={() => go('/areas/jobs/detail/index', { jobId: one.jobId })}
          />
        ))}
      </Card>
    </View>
  );
}

export const NotOn = ({ why }: { why: string }) => <Banner kind="wait" title={`这个岗位${why}`} words="下面有差不多的" />;
