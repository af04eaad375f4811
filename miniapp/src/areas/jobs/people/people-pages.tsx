import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '../../../api/use-call.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { PersonCard } from './person-card.tsx';

interface PagesProps {
  jobId: string;
  isOfficer: boolean;
  cursor?: string;
}

/** One page of people, and the next below it when asked for. */
export function PeoplePages({ jobId, isOfficer, cursor }: PagesProps) {
  const page = useCall('search.workersFor', { jobId, ...(cursor && { cursor }) });
  const [isFurther, setFurther] = useState(false);
  if (!page.data) return page.problem ? <ErrorView problem={page.problem} onRetry={() => void page.reload()} /> : <Skeleton shape="rows" count={4} />;
  const { items, cursor: next } = page.data;
  if (items.length === 0 && !next && !cursor) return <Empty title="现在没有打开“单位可以找我”的人" words="有人打开，就按合不合适排在这里；先等人来投" />;
  return (
    <>
      <View className="fit-people">
        {items.map((person) => (
          <PersonCard key={person.workerId} jobId={jobId} person={person} isOfficer={isOfficer} />
        ))}
      </View>
      {next && !isFurther && (
        <Button kind="soft" wide icon="down" onTap={() => setFurther(true)}>
          再看一些
        </Button>
      )}
      {next && isFurther && <PeoplePages jobId={jobId} isOfficer={isOfficer} cursor={next} />}
    </>
  );
}
