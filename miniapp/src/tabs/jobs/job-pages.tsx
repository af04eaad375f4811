import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaDay, chinaTime, monthDay } from '@shanhai/shared/rules/china-day.ts';
import { View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { keepAnswer, keptAnswer } from '../../api/kept.ts';
import { type Called, useCall } from '../../api/use-call.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { NotYet } from '../../ui/not-yet.tsx';
import { JobRow } from './job-row.tsx';
import { questionOf, type Wanted } from './wanted.ts';

type Found = Output<'search.jobs'>;

interface JobPagesProps {
  wanted: Wanted;
  onAll: () => void;
}

/** The list that was seen last, whatever was asked: it is there when the network is not. */
const lastSeen = 'last';

/** 今天 8:40, 2月6日 19:05 */
function whenWords(at: string): string {
  const isToday = chinaDay(at) === chinaDay(new Date().toISOString());
  return `${isToday ? '今天' : monthDay(at)} ${chinaTime(at)}`;
}

/** While an answer is on its way the one before stays; without network, the list seen last. */
function useFirstPage(wanted: Wanted): { page: Called<Found>; shown: Found | undefined; keptAt: string | undefined } {
  const page = useCall('search.jobs', questionOf(wanted));
  const before = useRef<Found>();
  if (page.data) before.current = page.data;
  useEffect(() => {
    if (page.data?.items.length) keepAnswer('search.jobs', lastSeen, page.data);
  }, [page.data]);
  if (page.data || page.isLoading) return { page, shown: page.data ?? before.current, keptAt: undefined };
  const kept = page.problem?.code === 'network' ? keptAnswer<Found>('search.jobs', lastSeen) : undefined;
  return { page, shown: kept?.answer, keptAt: kept?.at };
}

/** The next page is read when one has come to the end of this one. */
function Further({ children }: { children: () => ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  useReachBottom(() => setOpen(true));
  if (isOpen) return children();
  return (
    <Button kind="soft" wide icon="down" onTap={() => setOpen(true)}>
      再看一些
    </Button>
  );
}

function NextPage({ wanted, cursor }: { wanted: Wanted; cursor: string }) {
  const page = useCall('search.jobs', { ...questionOf(wanted), cursor });
  if (!page.data) return <NotYet of={page} shape="rows" count={2} />;
  return <Rows found={page.data} wanted={wanted} />;
}

function Rows({ found: { items, cursor, count }, wanted }: { found: Found; wanted: Wanted }) {
  return (
    <>
      {items.map((job) => (
        <JobRow key={job.jobId} job={job} />
      ))}
      {cursor ? <Further>{() => <NextPage wanted={wanted} cursor={cursor} />}</Further> : <View className="small t3 center">就这 {count} 个</View>}
    </>
  );
}

/** Nothing found: what to loosen first. */
function Nothing({ wanted, onAll }: JobPagesProps) {
  const words = wanted.words ? '换个说法，写短一点也行' : '少挑一样，别的也许合适';
  return <Empty title="这样的现在没有" words={words} action={<Button onTap={onAll}>看全部</Button>} />;
}

const orderWords = (found: Found): string => (found.items.some(({ fit }) => fit) ? '，最对口的在前' : '');

/** What is found, page below page, with how old it is when it is old. */
export function JobPages({ wanted, onAll }: JobPagesProps) {
  const { page, shown, keptAt } = useFirstPage(wanted);
  if (!shown) return <NotYet of={page} shape="rows" count={5} />;
  const again = (
    <Button kind="quiet" onTap={() => void page.reload()}>
      再试
    </Button>
  );
  return (
    <>
      {keptAt && <Banner kind="offline" title={`网不通，先看${whenWords(keptAt)} 存的`} aside={again} />}
      {shown.isStale && !keptAt && <Banner kind="wait" title={`这是${whenWords(shown.asOf)} 的岗位`} words="有的可能刚招满" />}
      {shown.meant && <Banner kind="info" title={`按“${shown.meant}”找的`} />}
      {shown.count === 0 ? (
        <Nothing wanted={wanted} onAll={onAll} />
      ) : (
        <>
          <View>
            <View className="b">
              找到 {shown.count} 个{!wanted.sort && orderWords(shown)}
            </View>
            <View className="small t2">钱数是每月到手约</View>
          </View>
          <Rows found={shown} wanted={wanted} />
        </>
      )}
    </>
  );
}
