import { useCall } from '../../../api/use-call.ts';
import { useBeen } from '../../../api/use-me.ts';

interface Place {
  fairId: string;
  boothNo: number;
}

/** The booth where this opening can be had now: the one the person came from, else one at the fair they are checked in to. */
export function useMyBooth(jobId: string, from: { fairId?: string; boothNo?: string }): Place | undefined {
  const isKnown = from.fairId !== undefined && from.boothNo !== undefined;
  const been = useBeen();
  const now = new Date().toISOString();
  const fairId = been.data?.items.find((one) => one.fairStatus === 'published' && one.closesAt > now)?.fairId;
  const booths = useCall('fairs.booths', { fairId: fairId ?? '' }, { when: !isKnown && fairId !== undefined, keep: true });
  if (isKnown) return { fairId: from.fairId ?? '', boothNo: Number(from.boothNo) };
  const booth = booths.data?.items.find((one) => one.openings.some((opening) => opening.jobId === jobId));
  return booth && { fairId: booth.fairId, boothNo: booth.boothNo };
}
