import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaTime } from '@shanhai/shared/rules/china-day.ts';
import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { deviceId } from '../../../api/session-store.ts';
import { useCall } from '../../../api/use-call.ts';
import { go, useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Field } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { showToast } from '../../../ui/toast-store.ts';
import { UndoButton, UndoOthers } from '../undo-button.tsx';
import { useGateKeeping } from '../use-gate-keeping.ts';
import { FoundHere } from './found-here.tsx';
import './index.scss';

type Person = Output<'attendance.search'>['items'][number];

function PersonRow({ fairId, person, onUndone }: { fairId: string; person: Person; onUndone: () => void }) {
  const tellUndone = (number: number): void => {
    showToast(`${spokenNumber(number)} 撤了，这次不算进场`);
    onUndone();
  };
  const known = [person.town, person.phoneTail && `尾号 ${person.phoneTail}`].filter(Boolean).join(' · ');
  return (
    <View className="li is-still fw people-row">
      <View className="people-number">{spokenNumber(person.number)}</View>
      <View className="grow">
        <View className="li-title">{person.name ?? '没留名字'}</View>
        <View className="li-words">
          {chinaTime(person.at)} {person.gate}进场
        </View>
        {known && <View className="li-words">{known}</View>}
      </View>
      <UndoButton fairId={fairId} number={person.number} onUndone={tellUndone} />
      <UndoOthers fairId={fairId} number={person.number} at={person.at} onUndone={tellUndone} />
    </View>
  );
}

function Found({ fairId, q }: { fairId: string; q: string }) {
  const found = useCall('attendance.search', { fairId, q, deviceId: deviceId() });
  if (found.isLoading) return <Skeleton shape="rows" />;
  if (!found.data) return found.problem ? <ErrorView problem={found.problem} onRetry={() => void found.reload()} /> : null;
  if (found.data.items.length === 0)
    return (
      <Empty
        title="没查到"
        words="名字要从姓开始打，电话打后四位"
        action={
          <Button kind="line" onTap={() => go('/areas/gate/walk-in/index', { fairId })}>
            登记一下
          </Button>
        }
      />
    );
  return (
    <Card flush>
      {found.data.items.map((person) => (
        <PersonRow key={person.number} fairId={fairId} person={person} onUndone={() => void found.reload()} />
      ))}
    </Card>
  );
}

/** Who is in: by name or the phone's last four digits. Nobody is listed before being looked for. */
export default function People() {
  const { fairId = '' } = useParams('/areas/gate/people/index');
  const [typed, setTyped] = useState('');
  const [q, setQ] = useState('');
  const [isIn, setIn] = useState(true);
  const { isDown } = useGateKeeping(fairId);
  const look = (): void => setQ(typed.trim());
  return (
    <Page title="查人">
      <View className="stack">
        <Field
          label={isDown ? '号码' : '名字，或电话后四位'}
          value={typed}
          onChange={setTyped}
          placeholder={isDown ? '0417' : '杨桂兰 或 0001'}
          most={30}
          focus={isIn}
          onLeave={() => setIn(false)}
          onDone={look}
        />
        <Button kind="main" icon="search" disabled={!typed.trim()} onTap={look}>
          查
        </Button>
      </View>
      {q ? (
        isDown ? (
          <FoundHere fairId={fairId} q={q} />
        ) : (
          <Found fairId={fairId} q={q} />
        )
      ) : (
        <View className="row t2 people-quiet">
          <Icon name="eyeoff" />
          <View className="grow">没查之前，谁的名字都不显示。查过会留记录。</View>
        </View>
      )}
    </Page>
  );
}
