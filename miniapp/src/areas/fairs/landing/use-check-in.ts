import type { Output } from '@shanhai/shared/contract/contract.ts';
import { useRef, useState } from 'react';
import { call } from '../../../api/call.ts';
import { keepAnswer } from '../../../api/kept.ts';
import { queryClient } from '../../../api/query.ts';
import { asRefusal, type Refusal } from '../../../api/refusal.ts';
import { deviceId } from '../../../api/session-store.ts';
import { useMe } from '../../../api/use-me.ts';
import { replace } from '../../../nav.ts';

type Fair = Output<'fairs.get'>;
type CheckedIn = Output<'attendance.checkIn'>;
type Been = Output<'attendance.mine'>;

/** The answer holds all that the next pages show, so it is put where they look instead of being asked for again. */
function remember({ repeated: _, ...checkIn }: CheckedIn, fair: Fair): void {
  const key = ['attendance.mine', {}];
  const others = queryClient.getQueryData<Been>(key)?.items.filter((one) => one.fairId !== fair.fairId) ?? [];
  const been: Been = { items: [{ ...checkIn, fairTitle: fair.title, fairStatus: fair.status, closesAt: fair.closesAt }, ...others] };
  queryClient.setQueryData(key, been);
  keepAnswer('attendance.mine', {}, been);
}

/** 确认签到: one tap, one request. Not an action like the others: those read every page afresh, and at a gate a thousand phones would. */
export function useCheckIn(fair: Fair, code: string) {
  const me = useMe();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Refusal>();
  const underWay = useRef(false);
  const checkIn = async (): Promise<void> => {
    const home = me.data?.home;
    const answer = await call('attendance.checkIn', { code, fairId: fair.fairId, deviceId: deviceId(), ...(home && { home }) });
    remember(answer, fair);
    replace('/areas/fairs/checked-in/index', { fairId: fair.fairId, ...(answer.repeated && { again: '1' }) });
  };
  const run = async (): Promise<void> => {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    setProblem(undefined);
    await checkIn().catch((error: unknown) => setProblem(asRefusal(error)));
    underWay.current = false;
    setBusy(false);
  };
  return { busy, problem, run };
}
