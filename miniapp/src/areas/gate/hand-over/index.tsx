import { keepHanded, useGateDeeds } from '../../../api/gate-queue.ts';
import { HandOverRoom } from '../../../at-work/hand-over.tsx';
import { goBack, useParams } from '../../../nav.ts';
import { useRevoked } from '../device-report.ts';

/** What waits on a gate's device, for a colleague's. */
export default function HandOver() {
  const { fairId = '' } = useParams('/areas/gate/hand-over/index');
  const deeds = useGateDeeds(fairId);
  const isRevoked = useRevoked(fairId);
  const back = { words: '回门口', onTap: () => goBack('organizer') };
  return <HandOverRoom relay={{ place: fairId, deeds, isRevoked, keep: (from, action) => keepHanded(fairId, from, action), back }} />;
}
