import type { Output } from '@shanhai/shared/contract/contract.ts';
import { fenFromYuan, yuan } from '@shanhai/shared/rules/fen.ts';
import { type OwnCosts, type Reckoning, reckon, usualCosts } from '@shanhai/shared/rules/take-home.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '../../../api/use-call.ts';
import { useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { today } from '../../../ui/clock.ts';
import { ErrorView } from '../../../ui/empty.tsx';
import { Sum } from '../../../ui/figures.tsx';
import { ListenButton } from '../../../ui/listen-button.tsx';
import { Page } from '../../../ui/page.tsx';
import { dayWords } from '../../../ui/place-words.ts';
import { Card, Heading } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { payLines } from '../pay-lines.ts';
import { Compared } from './compared.tsx';
import { type CostsTyped, OwnCostFields } from './own-costs.tsx';
import { PickOther } from './pick-other.tsx';
import './index.scss';

type Job = Output<'jobs.get'>;

const round = (fen: number): string => yuan(Math.round(fen / 100) * 100);

const typedAtFirst = (startOn: string | undefined): CostsTyped => ({
  startOn: startOn && startOn > today() ? startOn : today(),
  travel: String(usualCosts.travelFen / 100),
  mealDay: String(usualCosts.mealDayFen / 100),
  rent: String(usualCosts.rentFen / 100),
  things: String(usualCosts.thingsFen / 100),
});

const costsOf = ({ startOn, travel, mealDay, rent, things }: CostsTyped): OwnCosts => ({
  startOn,
  travelFen: fenFromYuan(travel) ?? 0,
  mealDayFen: fenFromYuan(mealDay) ?? 0,
  rentFen: fenFromYuan(rent) ?? 0,
  thingsFen: fenFromYuan(things) ?? 0,
});

const spoken = (job: Job, it: Reckoning): string =>
  [
    `${job.title}，一个月到手约 ${round(it.takeHomeFen)} 元`,
    `头一次发钱是 ${dayWords(it.firstPayOn)}，约 ${round(it.firstPayFen)} 元`,
    `在那之前，要准备约 ${round(it.needFen)} 元`,
    ...it.needs.filter(({ fen }) => fen > 0).map(({ what, fen }) => `${what} ${round(fen)} 元`),
    '谁要收押金，都不要给',
  ].join('。');

function FirstMonth({ it }: { it: Reckoning }) {
  return (
    <Card>
      <Heading aside={`${it.days} 天以后`}>到头一次发钱，要备多少</Heading>
      <Sum lines={it.needs.map(({ what, fen }) => [what, round(fen)] as const)} total={['要备约', `${round(it.needFen)} 元`]} />
      <View className="reckon-first">
        <View className="b">
          {dayWords(it.firstPayOn)} 头一次发，约 {round(it.firstPayFen)} 元
        </View>
        <View className="small">只发干了的那些天，后面才是整月。</View>
      </View>
    </Card>
  );
}

function Reckoned({ job }: { job: Job }) {
  const [typed, setTyped] = useState(() => typedAtFirst(job.startOn));
  const [otherId, setOtherId] = useState<string>();
  const [isPicking, setPicking] = useState(false);
  const other = useCall('jobs.get', { jobId: otherId ?? '' }, { when: otherId !== undefined, keep: true });
  const costs = costsOf(typed);
  const it = reckon(job, costs);
  return (
    <Page
      title="到手算账"
      foot={
        <Button kind="main" icon="swap" onTap={() => setPicking(true)}>
          {otherId ? '换一个来比' : '跟别的岗位比'}
        </Button>
      }
    >
      <View className="row top ends">
        <View className="grow">
          <View className="h2">{job.title}</View>
          <View className="t2">{job.employer.shortName}</View>
        </View>
        <ListenButton words={spoken(job, it)} />
      </View>
      {other.data && <Compared left={job} right={other.data} costs={costs} />}
      <Card>
        <Heading aside={`合一小时 ${yuan(it.hourFen)} 元`}>平常一个月</Heading>
        <Sum lines={payLines(job)} total={['到手约', `${round(it.takeHomeFen)} 元`]} />
      </Card>
      <FirstMonth it={it} />
      <OwnCostFields typed={typed} needsRoom={!job.hasDorm || other.data?.hasDorm === false} onChange={setTyped} />
      <PickOther
        isOpen={isPicking}
        except={job.jobId}
        onClose={() => setPicking(false)}
        onPick={(jobId) => {
          setPicking(false);
          setOtherId(jobId);
        }}
      />
    </Page>
  );
}

/** 到手算账: what one takes home in a month and needs until the first pay, beside another opening. */
export default function Reckon() {
  const { jobId = '' } = useParams('/areas/jobs/reckon/index');
  const job = useCall('jobs.get', { jobId }, { when: jobId !== '', keep: true });
  if (job.data) return <Reckoned job={job.data} />;
  return <Page title="到手算账">{job.problem ? <ErrorView problem={job.problem} onRetry={() => void job.reload()} /> : <Skeleton />}</Page>;
}
