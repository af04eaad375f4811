import type { Output } from '@shanhai/shared/contract/contract.ts';
import type { PlaceFinding } from '@shanhai/shared/rules/evidence.ts';
import { useRef, useState } from 'react';
import { checkIn, type Tapped } from '../../../api/check-in.ts';
import type { Refusal } from '../../../api/refusal.ts';
import { useMe } from '../../../api/use-me.ts';
import { replace } from '../../../nav.ts';

type Fair = Output<'fairs.get'>;

/** What the next page says of a check-in that came through. */
const toldOf = ({ isAgain, left }: Extract<Tapped, { kind: 'in' }>) => ({ ...(isAgain && { again: '1' }), ...(left > 0 && { left: String(left) }) });

/** 确认签到: one tap, one request. Not an action like the others: those read every page afresh, and at a gate a thousand phones would. */
export function useCheckIn(fairId: string, code: string, fair: Fair | undefined, companions: readonly string[] = []) {
  const me = useMe();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Refusal>();
  const underWay = useRef(false);
  const tap = async (place: PlaceFinding | undefined): Promise<void> => {
    const home = me.data?.home;
    const shown = fair && { title: fair.title, status: fair.status, closesAt: fair.closesAt };
    const tapped = await checkIn({
      code,
      fairId,
      ...(home && { home }),
      ...(place && { place }),
      ...(shown && { fair: shown }),
      ...(companions.length && { companions: [...companions] }),
    });
    if (tapped.kind === 'refused') setProblem(tapped.refusal);
    else
      replace('/areas/fairs/checked-in/index', {
        fairId,
        ...(companions.length > 0 && { along: '1' }),
        ...(tapped.kind === 'in' && toldOf(tapped)),
      });
  };
  const run = async (place?: PlaceFinding): Promise<void> => {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    setProblem(undefined);
    await tap(place);
    underWay.current = false;
    setBusy(false);
  };
  return { busy, problem, run };
}
