import { keepHandedAtBooth, useBoothDeeds } from '../../../api/booth-queue.ts';
import { HandOverRoom } from '../../../at-work/hand-over.tsx';
import { goBack, useParams } from '../../../nav.ts';
import { boothReports } from '../booth/booth-report.ts';

/** What waits on a booth's device, for a colleague's at the same booth. */
export default function BoothHandOver() {
  const { fairId = '', boothNo = '' } = useParams('/areas/cards/hand-over/index');
  const place = { fairId, boothNo: Number(boothNo) };
  const deeds = useBoothDeeds(place);
  const isRevoked = boothReports.useRevoked(place);
  const back = { words: '回展位', onTap: () => goBack('recruiter') };
  return <HandOverRoom relay={{ place: `${fairId}#${boothNo}`, deeds, isRevoked, keep: (from, action) => keepHandedAtBooth(place, from, action), back }} />;
}
