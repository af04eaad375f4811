import { yuan } from '@shanhai/shared/rules/fen.ts';
import { View } from '@tarojs/components';
import { useCall } from '../../../api/use-call.ts';
import { go } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { placeWords } from '../../../ui/place-words.ts';
import { Card, Heading, Row } from '../../../ui/row.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { seenOpenings } from '../seen-openings.ts';

interface Props {
  isOpen: boolean;
  /** The one to compare with. */
  except: string;
  onClose: () => void;
  onPick: (jobId: string) => void;
}

const mostShown = 12;

function Openings({ except, onPick }: Pick<Props, 'except' | 'onPick'>) {
  const list = useCall('jobs.list', {}, { keep: true });
  if (list.isLoading) return <Skeleton shape="rows" />;
  if (!list.data) return list.problem ? <ErrorView problem={list.problem} onRetry={() => void list.reload()} /> : null;
  const seen = seenOpenings();
  const rank = (jobId: string): number => (seen.includes(jobId) ? seen.indexOf(jobId) : seen.length);
  const others = list.data.items.filter((job) => job.jobId !== except).sort((a, b) => rank(a.jobId) - rank(b.jobId));
  if (!others.length) return <Empty title="还没有别的岗位" action={<Button onTap={() => go('/tabs/jobs/index')}>看岗位</Button>} />;
  return (
    <Card flush>
      {others.slice(0, mostShown).map((job) => (
        <Row
          key={job.jobId}
          title={job.title}
          words={[job.employer.shortName, placeWords(job.workRegion), seen.includes(job.jobId) ? '刚看过' : ''].filter(Boolean).join('，')}
          aside={<View className="b nw">{yuan(job.takeHomeFen)} 元</View>}
          onTap={() => onPick(job.jobId)}
        />
      ))}
    </Card>
  );
}

/** Another opening to compare with: those just looked at come first. */
export function PickOther({ isOpen, onClose, ...rest }: Props) {
  return (
    <Sheet isOpen={isOpen} onClose={onClose} label="跟哪个比">
      <View className="stack pick-other">
        <Heading>跟哪个比</Heading>
        {isOpen && <Openings {...rest} />}
      </View>
    </Sheet>
  );
}
