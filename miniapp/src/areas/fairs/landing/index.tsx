import { codePlace } from '@shanhai/shared/rules/gate.ts';
import { useEffect, useState } from 'react';
import { isPassing, type Refusal } from '../../../api/refusal.ts';
import { useCall } from '../../../api/use-call.ts';
import { replace, useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorView } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { readScanned, scan } from '../../../ui/scan.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { FairAtGate, FairToLookAt } from './fair-view.tsx';
import { GateUnheard } from './gate-unheard.tsx';
import { otherCodes } from './gate-words.ts';
import { CodeRefused, NoFair } from './no-fair.tsx';
import './index.scss';

const Waiting = () => (
  <Page title="招聘会" brand hero={{ words: null, tall: 282 }} className="landing">
    <Skeleton />
  </Page>
);

interface ByCodeProps {
  code: string;
  /** The fair one was looking at when scanning; another's code is a mistake then. */
  expected: string | undefined;
  onScan: () => void;
}

/** Nobody has said yet what the code stands for: still being asked, refused, or no network to ask by. */
function NotResolved({ code, expected, onScan, problem, onRetry }: ByCodeProps & { problem: Refusal | undefined; onRetry: () => void }) {
  if (!problem) return <Waiting />;
  const place = isPassing(problem) ? codePlace(code) : undefined;
  if (place?.kind === 'gate') return <GateUnheard {...{ code, expected, onScan, onRetry }} fairId={place.fairId} />;
  return <CodeRefused {...{ problem, onScan, onRetry }} />;
}

/** What a scanned code stands for decides the page. */
function ByCode({ code, expected, onScan }: ByCodeProps) {
  const resolved = useCall('fairs.resolveCode', { code }, { keep: true });
  const found = resolved.data;
  const [isOther, setOther] = useState(false);
  useEffect(() => {
    if (found?.kind === 'booth') replace('/areas/fairs/booth/index', { fairId: found.fair.fairId, boothNo: found.boothNo });
    if (found?.kind === 'desk') replace('/areas/desk/confirm/index', { deskId: found.deskId });
  }, [found]);
  if (!found) return <NotResolved {...{ code, expected, onScan }} problem={resolved.problem} onRetry={() => void resolved.reload()} />;
  if (found.kind === 'strip' || found.kind === 'person') return <NoFair {...otherCodes[found.kind]} onScan={onScan} />;
  if (found.kind !== 'gate') return <Waiting />;
  if (expected && expected !== found.fair.fairId && !isOther)
    return (
      <NoFair
        title="这张码不是今天这场的"
        words={`是“${found.fair.title} ${found.fair.subtitle}”的码。请扫门口大海报`}
        onScan={onScan}
        action={
          <Button kind="line" onTap={() => setOther(true)}>
            看码上那一场
          </Button>
        }
      />
    );
  return <FairAtGate fair={found.fair} code={code} />;
}

function ByFair({ fairId, onScan }: { fairId: string; onScan: () => void }) {
  const fair = useCall('fairs.get', { fairId }, { keep: true });
  if (fair.data) return <FairToLookAt fair={fair.data} onScan={onScan} />;
  if (!fair.problem) return <Waiting />;
  if (fair.problem.code === 'not_found') return <CodeRefused problem={fair.problem} onScan={onScan} onRetry={() => void fair.reload()} />;
  return (
    <Page title="招聘会">
      <ErrorView problem={fair.problem} onRetry={() => void fair.reload()} />
    </Page>
  );
}

/** Where a code at the gate opens: the fair and one button. Also a fair opened from a list. */
export default function Landing() {
  const { scene, q, fairId } = useParams('/areas/fairs/landing/index');
  const [code, setCode] = useState(() => readScanned(scene ?? q ?? '')?.code);
  const scanGate = async (): Promise<void> => {
    const scanned = await scan({ title: '扫门口的大海报', hint: '进门处那张最大的，上面有这场的名字' });
    if (scanned?.code) setCode(scanned.code);
  };
  const onScan = (): void => void scanGate();
  if (code) return <ByCode key={code} code={code} expected={fairId} onScan={onScan} />;
  if (fairId) return <ByFair fairId={fairId} onScan={onScan} />;
  return <NoFair title="还没有码" words="扫门口的大海报，就能签到" onScan={onScan} />;
}
