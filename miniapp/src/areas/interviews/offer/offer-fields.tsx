import { interviewKinds, interviewKindWords } from '@shanhai/shared/rules/applications.ts';
import { atChinaTime, chinaDay, dayAfter } from '@shanhai/shared/rules/china-day.ts';
import { interviewMinutes, isTimeToMeet, mostSlots, videoTools, videoToolWords } from '@shanhai/shared/rules/interviews.ts';
import { leadAwayProblem } from '@shanhai/shared/rules/lead-away.ts';
import { ChooseOne, ChooseSome, Segment } from '../../../ui/choice.tsx';
import { Field } from '../../../ui/field.tsx';
import { DayField } from '../../../ui/pick-field.tsx';
import { Card, Heading } from '../../../ui/row.tsx';
import type { OfferForm } from './use-offer.ts';

interface Props {
  form: OfferForm;
  change: (part: Partial<OfferForm>) => void;
}

const kindOptions = interviewKinds.map((value) => ({ value, words: interviewKindWords[value] }));
const toolOptions = videoTools.map((value) => ({ value, words: videoToolWords[value] }));
const minuteOptions = interviewMinutes.map((n) => ({ value: `${n}` as OfferForm['minutes'], words: `${n} 分钟` }));
/** From eight in the morning, one after the other, until the last ends by eight in the evening. */
function timeOptions({ day, minutes }: OfferForm) {
  const step = Math.max(30, Number(minutes));
  const all = Array.from({ length: Math.floor(720 / step) }, (_, i) => 480 + i * step).map(
    (n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`,
  );
  const now = new Date().toISOString();
  return all
    .filter((time) => isTimeToMeet({ startsAt: atChinaTime(day, time), minutes: Number(minutes) }, now))
    .map((value) => ({ value, words: value.replace(/^0/, '') }));
}

function Where({ form, change }: Props) {
  return (
    <Card>
      <Heading>怎么见</Heading>
      <Segment options={kindOptions} value={form.kind} onChange={(kind) => change({ kind })} />
      {form.kind === 'on_site' && (
        <Field
          label="到哪里"
          value={form.place}
          onChange={(place) => change({ place })}
          placeholder="月浦镇 12 号，找门卫登记"
          most={60}
          problem={leadAwayProblem(form.place)}
        />
      )}
      {form.kind === 'video' && (
        <>
          <ChooseOne label="用什么" options={toolOptions} value={form.videoTool} onChange={(videoTool) => change({ videoTool })} />
          <Field label="会议号" aside="没有就空着" kind="number" value={form.meetingNo} onChange={(meetingNo) => change({ meetingNo })} />
        </>
      )}
    </Card>
  );
}

export function OfferFields({ form, change }: Props) {
  const today = chinaDay(new Date().toISOString());
  return (
    <>
      <Where form={form} change={change} />
      <Card>
        <Heading>什么时候</Heading>
        <DayField label="哪一天" value={form.day} onChange={(day) => change({ day, times: [] })} from={today} until={dayAfter(today, 60)} />
        <ChooseOne label="一次多久" options={minuteOptions} value={form.minutes} onChange={(minutes) => change({ minutes, times: [] })} />
        <ChooseSome
          label="几点开始"
          aside="可以选多个"
          options={timeOptions(form)}
          value={form.times}
          onChange={(times) => change({ times })}
          most={mostSlots}
        />
        <Field label="每个时间见几个人" kind="digits" value={form.seats} onChange={(seats) => change({ seats })} unit="人" most={2} />
      </Card>
    </>
  );
}
