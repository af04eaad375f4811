import { daysBetween, monthDay } from '@shanhai/shared/rules/china-day.ts';
import { employerKindWords, remindDays, sendBackWords, suspendWords, verificationEndsOn } from '@shanhai/shared/rules/employers.ts';
import { View } from '@tarojs/components';
import { today } from '../../../ui/clock.ts';
import { Lamp } from '../../../ui/figures.tsx';
import { Card, Demo } from '../../../ui/row.tsx';
import { Tap } from '../../../ui/tap.tsx';
import { checkRowsOf, type Employer, type Standing, standingOf } from './check-rows.ts';
import { waitedWords } from './waited.ts';

/** The last day a verified employer may hire, as a lamp. */
function endStanding(employer: Employer, day: string): Standing {
  const left = daysBetween(day, verificationEndsOn({ ...employer, verifiedOn: employer.verifiedOn ?? day }));
  if (left < 0) return { state: 'stop', words: '过期了，要重新核' };
  return left <= remindDays ? { state: 'wait', words: `还有 ${left} 天到期` } : { state: 'ok', words: `还有 ${left} 天` };
}

function standingHere(employer: Employer, day: string): Standing {
  if (employer.status === 'verified') return endStanding(employer, day);
  if (employer.status === 'suspended') return { state: 'stop', words: employer.suspended ? suspendWords[employer.suspended.reason] : '停用' };
  const [reason] = employer.sendBackReasons ?? [];
  if (employer.status === 'sent_back') return { state: 'wait', words: reason ? sendBackWords[reason] : '退回了' };
  return standingOf(checkRowsOf(employer, day));
}

const asideOf = (employer: Employer, day: string): string => {
  if (employer.status === 'waiting') return waitedWords(employer.submittedAt, day);
  if (employer.status === 'suspended') return `${monthDay(employer.suspended?.at ?? employer.submittedAt)} 停的`;
  return employer.status === 'verified' ? `${employer.verifiedOn ?? ''} 核过` : '等单位改';
};

interface QueueProps {
  employers: readonly Employer[];
  pickedId?: string | undefined;
  onPick: (employer: Employer) => void;
}

/** The employers of one state, each with what one would look at first. */
export function Queue({ employers, pickedId, onPick }: QueueProps) {
  const day = today();
  return (
    <Card flush className="queue">
      {employers.map((employer) => {
        const standing = standingHere(employer, day);
        const isOn = employer.employerId === pickedId;
        return (
          <Tap key={employer.employerId} className={`queue-one ${isOn ? 'is-on' : ''}`} onTap={() => onPick(employer)}>
            <View className="b">
              {employer.shortName}
              <Demo when={employer.demo} />
            </View>
            <View className="queue-line">
              <View>{employerKindWords[employer.kind]}</View>
              <View className="nw">{asideOf(employer, day)}</View>
            </View>
            <Lamp state={standing.state}>{standing.words}</Lamp>
          </Tap>
        );
      })}
    </Card>
  );
}
