import { useState } from 'react';
import { useCall } from '../../../api/use-call.ts';
import { go, useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { type Hiring, RecruiterOnly } from '../../../ui/recruiter-only.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { BoothList } from './booth-list.tsx';
import { BoothMode } from './booth-mode.tsx';
import { isOnToday, type MyBooth } from './booth-words.ts';
import './index.scss';

/** Which booth to stand at: the one asked for, or the only one whose fair is today. */
function openedAt(booths: readonly MyBooth[], asked: { fairId?: string; boothNo?: string }): MyBooth | undefined {
  if (asked.fairId) return booths.find((booth) => booth.fairId === asked.fairId && String(booth.boothNo) === asked.boothNo);
  const today = booths.filter((booth) => isOnToday(booth, new Date().toISOString()));
  return today.length === 1 ? today[0] : undefined;
}

function NoBooths() {
  return (
    <Empty
      title="还没有展位"
      words="办招聘会的请您单位，展位就在这里。先把岗位发好"
      action={<Button onTap={() => go('/areas/jobs/mine/index')}>看我的岗位</Button>}
    />
  );
}

/** Away from the list on purpose: `undefined` follows the address and the day. */
type Choice = { booth: MyBooth | undefined } | undefined;

function Booths({ hiring }: { hiring: Hiring }) {
  const asked = useParams('/areas/cards/booth/index');
  const booths = useCall('cards.myBooths', {}, { keep: true });
  const [choice, setChoice] = useState<Choice>();
  const items = booths.data?.items ?? [];
  const standing = choice ? items.find((b) => b.fairId === choice.booth?.fairId && b.boothNo === choice.booth.boothNo) : openedAt(items, asked);
  if (standing)
    return (
      <BoothMode
        key={`${standing.fairId} ${standing.boothNo}`}
        booth={standing}
        hiring={hiring}
        onOthers={items.length > 1 ? () => setChoice({ booth: undefined }) : undefined}
      />
    );
  return (
    <Page title="展位">
      {booths.isLoading && <Skeleton shape="rows" />}
      {!booths.data && booths.problem && <ErrorView problem={booths.problem} onRetry={() => void booths.reload()} />}
      {booths.data && (items.length ? <BoothList booths={items} onOpen={(booth) => setChoice({ booth })} /> : <NoBooths />)}
    </Page>
  );
}

/** 展位: where a recruiter meets people at a fair. */
export default function BoothPage() {
  return <RecruiterOnly title="展位">{(hiring) => <Booths key={hiring.employerId} hiring={hiring} />}</RecruiterOnly>;
}
