import type { Output } from '@shanhai/shared/contract/contract.ts';
import type { LampState } from '@shanhai/shared/rules/devices.ts';
import { forgetGate, gateDeedsNow } from '../../../api/gate-queue.ts';
import { useCall } from '../../../api/use-call.ts';
import { ReadyRoom } from '../../../at-work/ready-room.tsx';
import { go, goBack, useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { reportDevice } from '../device-report.ts';
import { useGate } from '../entries.ts';
import { fetchSnapshot, snapshotNow } from '../snapshot.ts';

const lampTitles: Record<LampState, string> = { ok: '可以开门', wait: '能用，看看黄的', stop: '先把红的办好' };

function GateReady({ fair: { fairId, gates } }: { fair: Output<'fairs.get'> }) {
  const [gate] = useGate(fairId, gates);
  return (
    <ReadyRoom
      device={{
        fairId,
        title: '开门前检查',
        words: gate,
        lampTitles,
        measuring: {
          load: async () => (await fetchSnapshot(fairId)).takenAt,
          keptAt: () => snapshotNow(fairId)?.takenAt,
          report: () => reportDevice(fairId, gate),
          waiting: () => gateDeedsNow(fairId).filter((deed) => deed.state === 'waiting' && !deed.handedAt).length,
        },
        tell: (said) => reportDevice(fairId, gate, said),
        back: { words: '好了，回门口', onTap: () => goBack('organizer') },
        onLeft: () => go('/areas/gate/hand-over/index', { fairId }),
        onDone: () => {
          forgetGate();
          goBack('organizer');
        },
      }}
    />
  );
}

/** Before the gate opens: one lamp for this device, and what to do for each part that is not green. */
export default function Ready() {
  const { fairId = '' } = useParams('/areas/gate/ready/index');
  const fair = useCall('fairs.get', { fairId }, { when: fairId !== '', keep: true });
  if (fair.data) return <GateReady fair={fair.data} />;
  return (
    <Page title="开门前检查">
      {fair.isLoading && <Skeleton />}
      {fair.problem && <ErrorView problem={fair.problem} onRetry={() => void fair.reload()} />}
      {!fairId && <Empty title="不知道是哪一场" action={<Button onTap={() => go('/areas/organize/fairs/index')}>看我们的招聘会</Button>} />}
    </Page>
  );
}
