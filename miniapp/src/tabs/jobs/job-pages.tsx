import { fitOf, suits, type Wish } from '@shanhai/shared/rules/matching.ts';
import type { Trade } from '@shanhai/shared/rules/trades.ts';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { useCall } from '../../api/use-call.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { NotYet } from '../../ui/not-yet.tsx';
import { type Job, JobRow, offerOf } from './job-row.tsx';

export interface Wanted {
  trade?: Trade;
  region?: string;
}

interface JobPagesProps {
  wanted: Wanted;
  wish: Wish | undefined;
  cursor?: string;
  /** Openings on the pages before this one. */
  before: number;
  onAll: () => void;
}

const rank = (job: Job, wish: Wish): number => (suits(wish, offerOf(job)) ? 1000 : 0) + fitOf(wish, offerOf(job)).score;
const inOrder = (jobs: readonly Job[], wish: Wish | undefined): Job[] => (wish ? [...jobs].sort((a, b) => rank(b, wish) - rank(a, wish)) : [...jobs]);

/** An old phone draws so many without a halt. */
const atOnce = 20;

const More = ({ onTap }: { onTap: () => void }) => (
  <Button kind="soft" wide icon="down" onTap={onTap}>
    再看一些
  </Button>
);

/** The next page: read when asked for, or at once when this one holds nothing. */
function Further({ isAtOnce, children }: { isAtOnce: boolean; children: () => ReactNode }) {
  const [isOpen, setOpen] = useState(isAtOnce);
  return isOpen ? children() : <More onTap={() => setOpen(true)} />;
}

function End({ seen, onAll }: { seen: number; onAll: () => void }) {
  if (seen > 0) return <View className="small t3 center">就这 {seen} 个</View>;
  return <Empty title="这一类现在没有" words="换一样看看，别的也许合适" action={<Button onTap={onAll}>看全部</Button>} />;
}

/** More of the list below what is there. A page on which nothing is wanted opens the next by itself. */
export function JobPages({ wanted, wish, cursor, before, onAll }: JobPagesProps) {
  const page = useCall('jobs.list', { ...wanted, ...(cursor && { cursor }) }, { keep: !cursor });
  const [shown, setShown] = useState(atOnce);
  if (!page.data) return <NotYet of={page} shape="rows" count={cursor ? 2 : 5} />;
  const { items, cursor: next } = page.data;
  const seen = before + items.length;
  const isWhole = shown >= items.length;
  return (
    <>
      {page.keptAt && <Banner kind="offline" title="网不通" words="先看上次存的岗位" />}
      {inOrder(items, wish)
        .slice(0, shown)
        .map((job) => (
          <JobRow key={job.jobId} job={job} wish={wish} />
        ))}
      {!isWhole && <More onTap={() => setShown(shown + atOnce)} />}
      {isWhole && !next && <End seen={seen} onAll={onAll} />}
      {isWhole && next && (
        <Further isAtOnce={items.length === 0}>{() => <JobPages wanted={wanted} wish={wish} cursor={next} before={seen} onAll={onAll} />}</Further>
      )}
    </>
  );
}
