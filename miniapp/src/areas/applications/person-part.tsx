import { applicationStateWords, canMove } from '@shanhai/shared/rules/applications.ts';
import { monthDay } from '@shanhai/shared/rules/china-day.ts';
import { spacedPhone } from '@shanhai/shared/rules/phone.ts';
import { tradeWords } from '@shanhai/shared/rules/trades.ts';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useCall } from '../../api/use-call.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Empty, ErrorView } from '../../ui/empty.tsx';
import { Card, Demo, Pairs } from '../../ui/row.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AnswerPart } from './answer-part.tsx';
import { CamePart } from './came-part.tsx';
import { dueOf, isWaiting, type Person, saidWords, stateTones } from './people.ts';

function Facts({ person }: { person: Person }) {
  const said = saidWords(person);
  return (
    <Card>
      <View className="row top">
        <View className="grow">
          <View className="h2">
            {person.name}
            <Demo when={person.demo} />
          </View>
          <View className="t2">投“{person.jobTitle}”</View>
        </View>
        <Chip tone={stateTones[person.state]}>{applicationStateWords[person.state]}</Chip>
      </View>
      <Pairs
        items={[
          ['电话', spacedPhone(person.phone)],
          ['想做', person.trades.map((trade) => tradeWords[trade]).join('、') || '没说'],
          ['家在', person.town ?? '没说'],
          ['哪天投的', monthDay(person.appliedAt)],
          ...(said ? [['说过', said] as const] : []),
          ...(person.note ? [['留言', person.note] as const] : []),
        ]}
      />
      <Button kind="line" wide icon="phone" onTap={() => void Taro.makePhoneCall({ phoneNumber: person.phone }).catch(() => undefined)}>
        打电话
      </Button>
    </Card>
  );
}

function Due({ person }: { person: Person }) {
  if (!isWaiting(person)) return null;
  const due = dueOf(person, new Date().toISOString());
  return (
    <Banner
      kind={due.tone === 'stop' ? 'wait' : 'info'}
      title={due.tone === 'stop' ? due.words : `${monthDay(person.answerBy)}前给回音`}
      words="日子是你们自己定的，本人看得到"
    />
  );
}

/** One person who applied, opened: the look is recorded and the person can read it. */
export function PersonPart({ jobId, workerId }: { jobId: string; workerId: string }) {
  const person = useCall('applications.open', { jobId, workerId }, { when: jobId !== '' && workerId !== '' });
  if (person.isLoading) return <Skeleton count={3} />;
  if (person.problem?.code === 'application_missing') return <Empty title="看不到了" words="本人收回了，或者过了 90 天" />;
  if (!person.data) return person.problem ? <ErrorView problem={person.problem} onRetry={() => void person.reload()} /> : null;
  const { data } = person;
  return (
    <View className="stack loose">
      <Due person={data} />
      <Facts person={data} />
      {data.state === 'accepted' && <CamePart person={data} />}
      {canMove(data, 'refuse', 'employer') && <AnswerPart person={data} />}
      <View className="small t2 center">您看过、答过，本人都查得到</View>
    </View>
  );
}
