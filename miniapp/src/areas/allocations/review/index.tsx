import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '../../../api/use-call.ts';
import { useParams } from '../../../nav.ts';
import { Segment } from '../../../ui/choice.tsx';
import { ErrorView } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { OpeningList } from './opening-list.tsx';
import { People } from './people.tsx';
import { SendFoot } from './send-foot.tsx';
import { Summary } from './summary.tsx';
import type { Whole } from './whole.ts';
import './index.scss';

const views = [
  { value: 'people', words: '看人' },
  { value: 'openings', words: '看岗位' },
] as const;

function Review({ whole, onChanged }: { whole: Whole; onChanged: () => void }) {
  const [view, setView] = useState<'people' | 'openings'>('people');
  return (
    <>
      <Summary allocation={whole.allocation} />
      <Segment options={views} value={view} onChange={setView} />
      {view === 'people' ? <People whole={whole} onChanged={onChanged} /> : <OpeningList openings={whole.openings} />}
    </>
  );
}

/** One allocation: what it is worth, who goes where and why; changed with a reason, then sent. */
export default function ReviewAllocation() {
  const { allocationId = '' } = useParams('/areas/allocations/review/index');
  const read = useCall('allocations.get', { allocationId }, { when: allocationId !== '' });
  const reload = (): void => void read.reload();
  return (
    <Page title="看看配得怎么样" wide {...(read.data && { foot: <SendFoot allocation={read.data.allocation} onSent={reload} /> })}>
      {read.isLoading && <Skeleton shape="rows" />}
      {read.data && (
        <View className="stack loose">
          <Review whole={read.data} onChanged={reload} />
        </View>
      )}
      {read.problem && !read.data && <ErrorView problem={read.problem} onRetry={reload} />}
    </Page>
  );
}
