import { useSession } from '../../../api/session-store.ts';
import { useCall } from '../../../api/use-call.ts';
import { useMe } from '../../../api/use-me.ts';
import { Card, Row } from '../../../ui/row.tsx';

/** Why this opening fits the person who looks at it, and why not, in words. Nobody is left out by it. 〔个人信息保护法 §24〕 */
export function WhyFit({ jobId }: { jobId: string }) {
  const isWorker = useSession()?.acting.role === 'worker';
  const isRanked = useMe().data?.isRankingOff !== true;
  const fit = useCall('search.fit', { jobId }, { when: isWorker && isRanked }).data;
  if (!fit?.hasWish || fit.reasons.length + fit.against.length === 0) return null;
  return (
    <Card flush>
      {fit.reasons.length > 0 && <Row icon="okc" tone="ok" title={fit.suits ? '适合您' : '合您意的'} words={fit.reasons.join('，')} />}
      {fit.against.length > 0 && <Row icon="info" tone="wait" title="不太合的" words={fit.against.join('，')} />}
    </Card>
  );
}
