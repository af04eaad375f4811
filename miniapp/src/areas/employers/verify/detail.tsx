import { employerKindWords, mayBeVerified, sendBackWords, verificationEndsOn } from '@shanhai/shared/rules/employers.ts';
import { spacedPhone } from '@shanhai/shared/rules/phone.ts';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { today } from '../../../ui/clock.ts';
import { Card, Demo } from '../../../ui/row.tsx';
import { type CheckRow, checkRowsOf, type Employer } from './check-rows.ts';
import { Checks } from './checks.tsx';
import { Decide, VerifyAgain } from './decide.tsx';
import { Papers } from './papers.tsx';
import { Suspend, Suspended } from './suspend.tsx';
import { sentWords } from './waited.ts';

function callAgent(phoneNumber: string): void {
  // Turning the call down is no fault.
  Taro.makePhoneCall({ phoneNumber }).catch(() => undefined);
}

/** What was decided, for an employer that no longer waits. */
function Decided({ employer }: { employer: Employer }) {
  const { status, sendBackReasons = [], sendBackNote, verifiedOn, verifiedBy, verifyNote } = employer;
  if (status === 'waiting' || status === 'suspended') return null;
  if (status === 'sent_back') {
    const words = [...sendBackReasons.map((reason) => sendBackWords[reason]), sendBackNote].filter(Boolean).join('；');
    return <Banner kind="wait" title="退回了，等单位改好再送来" words={words} />;
  }
  const until = verificationEndsOn({ ...employer, verifiedOn: verifiedOn ?? today() });
  const isOver = until < today();
  const words = [`${verifiedOn ?? ''} ${verifiedBy ?? ''}核过`, isOver ? `${until} 到期` : `能招到 ${until}`, verifyNote && `当时写的：${verifyNote}`];
  return <Banner kind={isOver ? 'failed' : 'done'} title={isOver ? '核验过期了，复核通过才能招' : '已核验'} words={words.filter(Boolean).join('；')} />;
}

function Head({ employer }: { employer: Employer }) {
  const { name, demo, submittedAt, agentName, agentPhone, kind, industry } = employer;
  return (
    <View className="detail-head">
      <View className="row fw">
        <View className="grow">
          <View className="h2">
            {name}
            <Demo when={demo && !name.includes('演示')} />
          </View>
          <View className="small t2">
            {sentWords(submittedAt)} 送来，经办人 {agentName}，{employerKindWords[kind]}，{industry}
          </View>
        </View>
        <Button kind="line" icon="phone" label={`打给经办人 ${agentName}`} onTap={() => callAgent(agentPhone)}>
          打给经办人 {spacedPhone(agentPhone)}
        </Button>
      </View>
      <Decided employer={employer} />
    </View>
  );
}

/** What may be decided of an employer as it stands. */
function Decision({ employer, rows, onDecided }: { employer: Employer; rows: CheckRow[]; onDecided: (words: string) => void }) {
  if (!mayBeVerified(employer, today())) return null;
  const Part = employer.status === 'verified' ? VerifyAgain : Decide;
  return <Part employer={employer} rows={rows} onDecided={onDecided} />;
}

/** One employer, its papers side by side, and the decision. */
export function Detail({ employer, onDecided }: { employer: Employer; onDecided: (words: string) => void }) {
  const rows = checkRowsOf(employer, today());
  return (
    <Card flush className="detail">
      <Head employer={employer} />
      {employer.status === 'suspended' && (
        <View className="decide">
          <Suspended employer={employer} onDecided={onDecided} />
        </View>
      )}
      <View className="detail-cols">
        <View>
          <Checks rows={rows} />
          <View className="small t2 checks-hint">名称和代码拿不准，到国家企业信用信息公示系统查一下</View>
          <Decision employer={employer} rows={rows} onDecided={onDecided} />
          {employer.status !== 'suspended' && <Suspend employer={employer} onDecided={onDecided} />}
        </View>
        <View className="detail-paper">
          <Papers key={employer.employerId} employer={employer} />
        </View>
      </View>
    </Card>
  );
}
