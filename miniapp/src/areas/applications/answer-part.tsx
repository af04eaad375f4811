import {
  canMove,
  type InterviewKind,
  interviewKinds,
  interviewKindWords,
  type RefusalReason,
  refusalAdvice,
  refusalReasons,
  refusalReasonWords,
} from '@shanhai/shared/rules/applications.ts';
import { leadAwayProblem } from '@shanhai/shared/rules/lead-away.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../api/call.ts';
import { useAction } from '../../api/use-action.ts';
import { go } from '../../nav.ts';
import { Button } from '../../ui/button.tsx';
import { ChooseOne } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import { Card, Heading } from '../../ui/row.tsx';
import './answer-part.scss';
import type { Person } from './people.ts';

type Ask = 'interview' | 'refuse';
interface Said {
  answer: 'interview' | 'want' | 'refuse';
  interviewKind?: InterviewKind;
  reason?: RefusalReason;
}
const kinds = interviewKinds.map((value) => ({ value, words: interviewKindWords[value] }));
const reasons = refusalReasons.map((value) => ({ value, words: refusalReasonWords[value] }));

/** One tap on how one meets or why not, and it is said. */
function Asked({ ask, busy, onSay }: { ask: Ask; busy: boolean; onSay: (said: Said) => void }) {
  const [kind, setKind] = useState<InterviewKind>();
  const [reason, setReason] = useState<RefusalReason>();
  if (ask === 'interview')
    return (
      <>
        <ChooseOne label="怎么谈" options={kinds} value={kind} onChange={setKind} />
        <Button kind="act" wide busy={busy} disabled={kind ? false : '先选怎么谈'} onTap={() => kind && onSay({ answer: 'interview', interviewKind: kind })}>
          约好了，告诉本人
        </Button>
      </>
    );
  return (
    <>
      <ChooseOne label="为什么不合适" options={reasons} value={reason} onChange={setReason} />
      {reason && (
        <View className="small t2">
          本人会看到：{refusalReasonWords[reason]}。{refusalAdvice[reason]}
        </View>
      )}
      <Button kind="act" wide busy={busy} disabled={reason ? false : '先选一个原因'} onTap={() => reason && onSay({ answer: 'refuse', reason })}>
        不合适，告诉本人
      </Button>
    </>
  );
}

/** 约面, 要你, 不合适. */
export function AnswerPart({ person }: { person: Person }) {
  const [ask, setAsk] = useState<Ask>();
  const [note, setNote] = useState('');
  const wrong = leadAwayProblem(note);
  const { jobId, workerId } = person;
  const answer = useAction((said: Said) => call('applications.answer', { jobId, workerId, ...said, ...(note.trim() && { note: note.trim() }) }), {
    done: '回好了，本人看得到',
  });
  const say = async (said: Said): Promise<void> => {
    if (wrong || !(await answer.run(said))) return;
    setAsk(undefined);
    setNote('');
  };
  return (
    <Card>
      <Heading>{canMove(person, 'interview', 'employer') ? '给个回音' : '改主意了'}</Heading>
      <Field label="留一句话" aside="不写也行" value={note} onChange={setNote} placeholder="比如：下午三点给您打电话" most={100} problem={wrong} />
      <View className="answer-ways">
        {canMove(person, 'want', 'employer') && (
          <Button kind="ok" icon="okc" busy={answer.busy} onTap={() => void say({ answer: 'want' })}>
            要你
          </Button>
        )}
        {canMove(person, 'interview', 'employer') && (
          <Button kind="line" icon="chat" disabled={answer.busy} onTap={() => setAsk('interview')}>
            约面
          </Button>
        )}
        <Button kind="line" icon="minus" disabled={answer.busy} onTap={() => setAsk('refuse')}>
          不合适
        </Button>
      </View>
      {person.state === 'interview' && (
        <Button kind="soft" wide icon="calendar" onTap={() => go('/areas/interviews/slots/index', { jobId })}>
          约面时间
        </Button>
      )}
      {ask && <Asked key={ask} ask={ask} busy={answer.busy} onSay={(said) => void say(said)} />}
    </Card>
  );
}
