import type { LampState } from '@shanhai/shared/rules/devices.ts';
import { useCall } from '../../../api/use-call.ts';
import { ReadyRoom } from '../../../at-work/ready-room.tsx';
import { go, goBack, useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { RecruiterOnly } from '../../../ui/recruiter-only.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { forgetBooth, keptBooth, loadBooth } from '../booth/booth-here.ts';
import { boothReports, waitingAtBooth } from '../booth/booth-report.ts';
import type { MyBooth } from '../booth/booth-words.ts';

const title = '开场前检查';
const lampTitles: Record<LampState, string> = { ok: '可以开场', wait: '能用，看看黄的', stop: '先把红的办好' };

function BoothReady({ booth: { fairId, boothNo, label } }: { booth: MyBooth }) {
  const place = { fairId, boothNo };
  return (
    <ReadyRoom
      device={{
        fairId,
        title,
        words: `${label} `,
        lampTitles,
        measuring: {
          load: () => loadBooth(place),
          keptAt: () => keptBooth(place)?.takenAt,
          report: () => boothReports.report(place),
          waiting: () => waitingAtBooth(place),
        },
        tell: (said) => boothReports.report(place, said),
        back: { words: '好了，回展位', onTap: () => goBack('recruiter') },
        onLeft: () => go('/areas/cards/hand-over/index', { fairId, boothNo: String(boothNo) }),
        onDone: () => {
          forgetBooth(place);
          goBack('recruiter');
        },
      }}
    />
  );
}

function Found() {
  const { fairId = '', boothNo = '' } = useParams('/areas/cards/ready/index');
  const booths = useCall('cards.myBooths', {}, { keep: true });
  const booth = booths.data?.items.find((one) => one.fairId === fairId && String(one.boothNo) === boothNo);
  if (booth) return <BoothReady booth={booth} />;
  return (
    <Page title={title}>
      {booths.isLoading && <Skeleton />}
      {!booths.data && booths.problem && <ErrorView problem={booths.problem} onRetry={() => void booths.reload()} />}
      {booths.data && <Empty title="不知道是哪个展位" action={<Button onTap={() => go('/areas/cards/booth/index', {})}>看我的展位</Button>} />}
    </Page>
  );
}

/** Before the fair opens: one lamp for this booth's device, and what to do for each part that is not green. */
export default function Ready() {
  return <RecruiterOnly title={title}>{() => <Found />}</RecruiterOnly>;
}
