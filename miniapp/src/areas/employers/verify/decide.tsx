import { dayAfter } from '@shanhai/shared/rules/china-day.ts';
import { isWaivable, type SendBackReason, sendBackReasons, sendBackWords, verificationDays } from '@shanhai/shared/rules/employers.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { ChooseSome } from '../../../ui/choice.tsx';
import { today } from '../../../ui/clock.ts';
import { Field } from '../../../ui/field.tsx';
import type { CheckRow, Employer } from './check-rows.ts';

const reasonOptions = sendBackReasons.map((value) => ({ value, words: sendBackWords[value] }));
const reasonsIn = (rows: readonly CheckRow[]): SendBackReason[] => [...new Set(rows.filter((row) => !row.ok).map((row) => row.reason))];

interface DecideProps {
  employer: Employer;
  rows: readonly CheckRow[];
  onDecided: (words: string) => void;
}

function useDecisions({ employer: { employerId, shortName }, onDecided }: DecideProps) {
  const verify = useAction(
    async (note: string) => {
      await call('employers.verify', { employerId, ...(note && { note }) });
      onDecided(`${shortName} 通过了`);
    },
    { tell: 'inline' },
  );
  const sendBack = useAction(
    async (reasons: SendBackReason[], note: string) => {
      await call('employers.sendBack', { employerId, reasons, ...(note && { note }) });
      onDecided(`${shortName} 退回了，理由告诉了单位`);
    },
    { tell: 'inline' },
  );
  return { verify, sendBack, problem: verify.problem ?? sendBack.problem };
}

/** What one is held to when verifying, in a small line. */
function Afterwards() {
  return (
    <View className="small t2 decide-after">
      通过后 {verificationDays} 天再核：{dayAfter(today(), verificationDays)}。哪个局、哪天、为什么，都记在这家名下
    </View>
  );
}

interface WaiveProps {
  busy: boolean;
  onVerify: (note: string) => void;
  onTurnBack: () => void;
  turnBackWords?: string;
}

/** Although something differs: the officer's own reason, in writing. */
function Waive({ busy, onVerify, onTurnBack, turnBackWords = '回去选退回理由' }: WaiveProps) {
  const [note, setNote] = useState('');
  return (
    <>
      <Field label="为什么还是通过" placeholder="打过电话，二幢是新门牌" value={note} onChange={setNote} most={200} focus />
      <View className="row fw">
        <Button kind="ok" busy={busy} busyWords="正在通过" disabled={note.trim() ? false : '先写理由'} onTap={() => onVerify(note.trim())}>
          通过
        </Button>
        <Button kind="line" onTap={onTurnBack}>
          {turnBackWords}
        </Button>
        <Afterwards />
      </View>
    </>
  );
}

interface VerifyButtonProps {
  rows: readonly CheckRow[];
  busy: boolean;
  onVerify: () => void;
  onWaive: () => void;
  words?: string;
}

/** The button that verifies: at once when all is in order, with a reason when something may be waived, otherwise why not. */
function VerifyButton({ rows, busy, onVerify, onWaive, words = '通过' }: VerifyButtonProps) {
  const failed = rows.filter((row) => !row.ok);
  const blocking = failed.find((row) => !isWaivable(row));
  if (blocking)
    return (
      <Button kind="line" disabled={`${blocking.label}${blocking.words}，不能通过`}>
        {words}
      </Button>
    );
  if (failed.length)
    return (
      <Button kind="line" onTap={onWaive}>
        还是通过，写理由
      </Button>
    );
  return (
    <Button kind="ok" icon="check" busy={busy} busyWords="正在通过" onTap={onVerify}>
      {words}
    </Button>
  );
}

/** Verify, or send back with reasons the employer can act on. */
export function Decide(props: DecideProps) {
  const { rows } = props;
  const [reasons, setReasons] = useState(() => reasonsIn(rows));
  const [note, setNote] = useState('');
  const [isWaiving, setWaiving] = useState(false);
  const { verify, sendBack, problem } = useDecisions(props);
  const isInOrder = rows.every((row) => row.ok);
  const back = (
    <Button
      kind={isInOrder ? 'line' : 'act'}
      busy={sendBack.busy}
      busyWords="正在退回"
      disabled={reasons.length ? false : isInOrder ? '要退回，先选理由' : '先选退回理由'}
      onTap={() => void sendBack.run(reasons, note.trim())}
    >
      退回，让单位改
    </Button>
  );
  const pass = <VerifyButton rows={rows} busy={verify.busy} onVerify={() => void verify.run('')} onWaive={() => setWaiving(true)} />;
  return (
    <View className="decide">
      {problem && <Banner kind="failed" title={problem.sentence} />}
      {isWaiving ? (
        <Waive busy={verify.busy} onVerify={(why) => void verify.run(why)} onTurnBack={() => setWaiving(false)} />
      ) : (
        <>
          <ChooseSome label="退回理由" aside="可以选几条" options={reasonOptions} value={reasons} onChange={setReasons} most={sendBackReasons.length} />
          {reasons.length > 0 && <Field label="再写一句" aside="不写也行" placeholder="写清改哪一处，再送来" value={note} onChange={setNote} most={200} />}
          <View className="row fw">
            {isInOrder && pass}
            {back}
            {!isInOrder && pass}
            <Afterwards />
          </View>
        </>
      )}
    </View>
  );
}

/** Once more, before the time is over: nothing of the employer is hidden meanwhile. */
export function VerifyAgain(props: DecideProps) {
  const { rows } = props;
  const [isWaiving, setWaiving] = useState(false);
  const { verify, problem } = useDecisions(props);
  return (
    <View className="decide">
      {problem && <Banner kind="failed" title={problem.sentence} />}
      {isWaiving ? (
        <Waive busy={verify.busy} onVerify={(why) => void verify.run(why)} onTurnBack={() => setWaiving(false)} turnBackWords="先不复核" />
      ) : (
        <View className="row fw">
          <VerifyButton words="复核通过" rows={rows} busy={verify.busy} onVerify={() => void verify.run('')} onWaive={() => setWaiving(true)} />
          <Afterwards />
        </View>
      )}
    </View>
  );
}
