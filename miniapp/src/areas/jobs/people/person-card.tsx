import type { Output } from '@shanhai/shared/contract/contract.ts';
import { monthDay } from '@shanhai/shared/rules/china-day.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { tradeWords } from '@shanhai/shared/rules/trades.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Field } from '../../../ui/field.tsx';
import { Card } from '../../../ui/row.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { skillWords } from '../../../ui/skill-words.ts';

type Person = Output<'search.workersFor'>['items'][number];
interface Props {
  jobId: string;
  person: Person;
}

function Ask({ jobId, person }: Props) {
  const ask = useAction(() => call('search.invite', { jobId, workerId: person.workerId }), { done: '问了，愿意的话会来投' });
  if (person.invitedAt) return <View className="small t2">{monthDay(person.invitedAt)}问过了，等本人来投</View>;
  return (
    <Button kind="soft" icon="bell" busy={ask.busy} busyWords="正在问" label={`请${person.maskedName}看看这个岗位`} onTap={() => void ask.run()}>
      请来看看岗位
    </Button>
  );
}

function Recommend({ jobId, person }: Props) {
  const [reason, setReason] = useState<string>();
  const save = useAction(
    async (why: string) => {
      await call('search.override', { jobId, workerId: person.workerId, reason: why });
      setReason(undefined);
    },
    { done: '推荐了，本人收到消息' },
  );
  if (person.recommended) return null;
  return (
    <>
      <Button kind="soft" icon="bell" label={`推荐${person.maskedName}`} onTap={() => setReason('')}>
        推荐
      </Button>
      {reason !== undefined && (
        <Sheet isOpen onClose={() => setReason(undefined)} label={`推荐${person.maskedName}`}>
          <View className="h2">推荐{person.maskedName}</View>
          <Field label="为什么合适" value={reason} onChange={setReason} kind="area" most={100} hint="本人和单位都看得到。别写电话、证件号、人员类别" />
          <Button kind="main" busy={save.busy} disabled={!reason.trim() && '先写为什么'} onTap={() => void save.run(reason)}>
            推荐
          </Button>
        </Sheet>
      )}
    </>
  );
}

/** One person: family name, county, what they want and can do, and why they stand here. */
export function PersonCard({ jobId, person, isOfficer }: Props & { isOfficer: boolean }) {
  const { fit, recommended } = person;
  return (
    <Card>
      <View className="row ends fw">
        <View className="h3">
          {person.maskedName}，{regionName(person.regionCode)}
        </View>
        {recommended && <Chip tone="act">干部推荐</Chip>}
      </View>
      <View>
        {person.trades.length > 0 && <View>想做{person.trades.map((trade) => tradeWords[trade]).join('、')}</View>}
        {person.skills.length > 0 && <View>会{person.skills.map(skillWords).join('；')}</View>}
      </View>
      <View className="small">
        {recommended && (
          <View className="act-t">
            干部推荐：{recommended.reason}（{recommended.byName}）
          </View>
        )}
        {fit.reasons.length > 0 && <View className="ok-t">{fit.reasons.join('，')}</View>}
        {fit.against.length > 0 && <View className="t2">就是{fit.against.join('，')}</View>}
      </View>
      {isOfficer ? <Recommend jobId={jobId} person={person} /> : <Ask jobId={jobId} person={person} />}
    </Card>
  );
}
