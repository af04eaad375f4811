import type { Output } from '@shanhai/shared/contract/contract.ts';
import { monthDay } from '@shanhai/shared/rules/china-day.ts';
import { type PersonField, personFieldWords } from '@shanhai/shared/rules/imports.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { goBack } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { ErrorView } from '../../../ui/empty.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Tap } from '../../../ui/tap.tsx';
import './conflict.scss';

type Conflict = Output<'imports.conflict'>;
type Side = 'standing' | 'said';
type Takes = Partial<Record<PersonField, Side>>;

function Version({ title, words, isOn, onTap }: { title: string; words: string; isOn: boolean; onTap: () => void }) {
  return (
    <Tap className={`conflict-side ${isOn ? 'is-on' : ''}`} role="radio" isOn={isOn} label={`${title}：${words || '没写'}`} onTap={onTap}>
      <View className="conflict-mark">
        <Icon name={isOn ? 'okc' : 'minus'} size={22} />
        <View>{title}</View>
      </View>
      <View className={words ? 'conflict-words' : 't3'}>{words || '没写'}</View>
    </Tap>
  );
}

function Fields({ conflict, takes, take }: { conflict: Conflict; takes: Takes; take: (field: PersonField, side: Side) => void }) {
  return (
    <>
      {conflict.fields.map(({ field, standing, said }) => (
        <Card key={field}>
          <View className="b">{personFieldWords[field]}</View>
          <View className="conflict-sides">
            <Version title="登记的" words={standing} isOn={takes[field] === 'standing'} onTap={() => take(field, 'standing')} />
            <Version title="表里写的" words={said} isOn={takes[field] === 'said'} onTap={() => take(field, 'said')} />
          </View>
        </Card>
      ))}
    </>
  );
}

function Settle({ conflict }: { conflict: Conflict }) {
  const [takes, setTakes] = useState<Takes>({});
  const left = conflict.fields.filter(({ field }) => !takes[field]).length;
  const settle = useAction(
    async () => {
      const { conflictId, rev, fields } = conflict;
      const taken = fields.flatMap(({ field }) => (takes[field] ? [{ field, side: takes[field] }] : []));
      await call('imports.settle', { conflictId, ...(rev === undefined ? {} : { rev }), takes: taken });
      goBack('officer');
    },
    { done: '核对好了' },
  );
  return (
    <>
      <Banner kind="info" title={conflict.about} words={`${conflict.fileName} · ${monthDay(conflict.foundAt)}。问过本人或村里再选；您看过，本人也看得到`} />
      {conflict.fields.length === 0 && <View className="t2">现在两边说的已经一样了，点“核对好了”就行。</View>}
      <Fields conflict={conflict} takes={takes} take={(field, side) => setTakes((before) => ({ ...before, [field]: side }))} />
      <Button kind="main" wide busy={settle.busy} disabled={left > 0 && `还有 ${left} 项没选`} onTap={() => void settle.run()}>
        核对好了
      </Button>
    </>
  );
}

/** One person in two versions: what stands there and what the list says, each field with a side to take. */
export function SideBySide({ conflictId }: { conflictId: string }) {
  const conflict = useCall('imports.conflict', { conflictId });
  if (conflict.isLoading) return <Skeleton shape="card" count={3} />;
  if (!conflict.data) return conflict.problem ? <ErrorView problem={conflict.problem} onRetry={() => void conflict.reload()} /> : null;
  return <Settle key={conflict.data.rev ?? 0} conflict={conflict.data} />;
}
