import type { InterviewKind } from '@shanhai/shared/rules/applications.ts';
import { atChinaTime, chinaDay, dayAfter } from '@shanhai/shared/rules/china-day.ts';
import { isTimeToMeet, missingOfWhere, type VideoTool } from '@shanhai/shared/rules/interviews.ts';
import { leadsAway } from '@shanhai/shared/rules/lead-away.ts';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { drawnLetters } from '../../../api/session-store.ts';
import { useAction } from '../../../api/use-action.ts';
import { goBack } from '../../../nav.ts';

export interface OfferForm {
  kind: InterviewKind;
  place: string;
  videoTool: VideoTool;
  meetingNo: string;
  day: string;
  times: string[];
  minutes: '15' | '20' | '30' | '45' | '60';
  seats: string;
}
const now = (): string => new Date().toISOString();

const blank = (): OfferForm => ({
  kind: 'on_site',
  place: '',
  videoTool: 'wechat',
  meetingNo: '',
  day: dayAfter(chinaDay(now()), 1),
  times: [],
  minutes: '30',
  seats: '1',
});

function whereOf({ kind, place, videoTool, meetingNo }: OfferForm) {
  if (kind === 'phone') return { kind };
  if (kind === 'on_site') return { kind, place: place.trim() };
  return { kind, videoTool, ...(meetingNo.trim() && { meetingNo: meetingNo.trim() }) };
}

/** What is still to be done, in the words of the button. */
function missingOf(form: OfferForm, starts: readonly string[]): string | undefined {
  const seats = Number(form.seats);
  if (missingOfWhere(whereOf(form)) || leadsAway(form.place)) return '写清楚在哪里见';
  if (form.meetingNo && !/^\d[\d -]{4,18}\d$/.test(form.meetingNo.trim())) return '会议号只写数字';
  if (starts.length === 0) return '先选几个时间';
  if (!Number.isInteger(seats) || seats < 1 || seats > 30) return '一次见 1 到 30 人';
  return starts.every((startsAt) => isTimeToMeet({ startsAt, minutes: Number(form.minutes) }, now())) ? undefined : '有的时间已经过了';
}

/** The form of an offer and the sending of it; the same form sent again makes nothing twice. */
export function useOffer(jobId: string) {
  const [form, setForm] = useState(blank);
  const [nonce] = useState(() => drawnLetters(12));
  const starts = form.day ? form.times.map((time) => atChinaTime(form.day, time)) : [];
  const sending = useAction(
    async () => {
      await call('interviews.offer', { jobId, ...whereOf(form), minutes: Number(form.minutes), seats: Number(form.seats), startsAt: starts, nonce });
      goBack('recruiter');
    },
    { done: '放好了，想见的人会收到消息' },
  );
  return {
    form,
    change: (part: Partial<OfferForm>) => setForm((before) => ({ ...before, ...part })),
    starts,
    missing: missingOf(form, starts),
    busy: sending.busy,
    send: () => sending.run(),
  };
}
