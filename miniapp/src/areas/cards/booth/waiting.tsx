import { answerWords } from '@shanhai/shared/rules/cards.ts';
import { chinaTime } from '@shanhai/shared/rules/china-day.ts';
import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card, Row } from '../../../ui/row.tsx';
import type { MyBooth } from './booth-words.ts';
import { OpeningsSheet } from './openings-sheet.tsx';
import type { Person } from './use-person.ts';

/** Beginning and end of the fair, where they matter to who stands at the booth. */
export function FairState({ booth }: { booth: MyBooth }) {
  const now = new Date().toISOString();
  if (booth.fairStatus === 'closed' || booth.closesAt < now) return <Banner kind="info" title="这场散了" words="还能补记回音" />;
  if (booth.opensAt > now) return <Banner kind="wait" title={`还没开场，${chinaTime(booth.opensAt)} 开始`} words="先把岗位放到展位上" />;
  return null;
}

/** The person before, whose answer may still be changed. */
export function Before({ person, onChange }: { person: Person; onChange: (number: number) => void }) {
  const { last, found } = person;
  if (!last || last.number === found?.number) return null;
  const fix = (
    <Button kind="quiet" icon="undo" label={`改 ${spokenNumber(last.number)} 的回音`} onTap={() => onChange(last.number)}>
      改
    </Button>
  );
  if (!found)
    return (
      <Banner
        kind="done"
        title={`${spokenNumber(last.number)} ${answerWords[last.answer]}，${last.isKept ? '已记下' : '存好了'}`}
        words={last.isKept ? '有网就上传，请下一位' : '请下一位'}
        aside={fix}
      />
    );
  return (
    <View className="row small t2">
      <View className="grow">
        上一位 {spokenNumber(last.number)}，记了“{answerWords[last.answer]}”
      </View>
      {fix}
    </View>
  );
}

interface Props {
  booth: MyBooth;
  employerId: string;
  /** Leads to one's other booths, where there are any. */
  onOthers: (() => void) | undefined;
}

/** The booth itself, while nobody stands before it: what it offers, and the way to one's other booths. */
export function BoothRows({ booth, employerId, onOthers }: Props) {
  const [isChoosing, setChoosing] = useState(false);
  const titles = booth.openings.map((o) => o.title).join('、');
  return (
    <>
      <Card flush>
        <Row
          icon="doc"
          tone={titles ? 'act' : 'wait'}
          title={titles ? `展位上 ${booth.openings.length} 个岗位` : '展位上还没放岗位'}
          words={titles || '点这里放上去，来的人才看得到'}
          onTap={() => setChoosing(true)}
        />
        {onOthers && <Row icon="map" tone="grey" title="别的展位" words={`现在：${booth.fairTitle}`} onTap={onOthers} />}
      </Card>
      {isChoosing && <OpeningsSheet booth={booth} employerId={employerId} onClose={() => setChoosing(false)} />}
    </>
  );
}
