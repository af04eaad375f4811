import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaTime } from '@shanhai/shared/rules/china-day.ts';
import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { type CheckInDeed, leftOf, useCheckInDeeds } from '../../../api/check-in.ts';
import { forgetDeed } from '../../../api/outbox.ts';
import { useCall } from '../../../api/use-call.ts';
import { useBeen, useMe } from '../../../api/use-me.ts';
import { useScan } from '../../../api/use-scan.ts';
import { go, useParams } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { ListenButton } from '../../../ui/listen-button.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { NumberStrip } from '../../../ui/number-strip.tsx';
import { Page } from '../../../ui/page.tsx';
import { Heading } from '../../../ui/row.tsx';
import { NextSteps } from '../../../ui/steps.tsx';
import { RefusedTap } from '../../../ui/tap-news.tsx';
import { rankBooths, saysSomething } from '../ranking.ts';
import { AskHome } from './ask-home.tsx';
import { CameAlong } from './came-along.tsx';
import { KeptTap } from './kept-tap.tsx';
import './index.scss';

type CheckIn = Output<'attendance.mine'>['items'][number];

const digitByDigit = (number: number): string => Array.from(spokenNumber(number)).join(' ');

interface ToldProps {
  checkIn: CheckIn;
  isAgain: boolean;
  /** It waited on the phone and has just gone up. */
  isLate: boolean;
  keptAt: string | undefined;
}

function Told({ checkIn, isAgain, isLate, keptAt }: ToldProps) {
  const number = spokenNumber(checkIn.number);
  const listen = <ListenButton words={`您今天的号码，${digitByDigit(checkIn.number)}。到展位报这四个数，或让对方扫码。`} />;
  if (isAgain && !isLate) return <Banner kind="done" title={`您 ${chinaTime(checkIn.at)} 已经签过了`} words={`还是 ${number} 号，不用再签`} aside={listen} />;
  const words = `${chinaTime(checkIn.at)} 到场${checkIn.gate ? `，${checkIn.gate}` : ''}`;
  if (isLate) return <Banner kind="synced" title="已上传" words={words} aside={listen} />;
  return <Banner kind="done" title="签到成功" words={keptAt ? `${words}。网不通，号码照用` : `${words}，已上传`} aside={listen} />;
}

function OwnStrip({ checkIn }: { checkIn: CheckIn }) {
  const me = useMe();
  return (
    <NumberStrip
      number={checkIn.number}
      code={me.data?.code}
      words={
        <>
          <View className="b">到展位报这四个数</View>
          <View className="t2">或让对方扫这个码</View>
        </>
      }
    />
  );
}

function WhatNext({ fairId }: { fairId: string }) {
  const booths = useCall('fairs.booths', { fairId }, { keep: true });
  const me = useMe();
  const suiting = booths.data ? rankBooths(booths.data, me.data?.wish, []).filter((one) => one.suits).length : 0;
  return (
    <View className="stack">
      <Heading>接下来</Heading>
      <NextSteps
        items={[
          {
            title: '看展位',
            words: suiting ? `${suiting} 家适合` : `${booths.data?.items.length ?? ''} 家单位`,
            icon: 'map',
            isNow: true,
            onTap: () => go('/areas/fairs/booths/index', { fairId }),
          },
          { title: '报号码', words: '同意才给名片', icon: 'strip', onTap: () => go('/areas/cards/given/index') },
          { title: '等回音', words: '最迟 5 天', icon: 'bell', onTap: () => go('/tabs/messages/index') },
        ]}
      />
      {booths.data && <AskHome fair={booths.data.fair} />}
    </View>
  );
}

function NotCheckedIn() {
  const look = useScan();
  return (
    <Empty
      title="这场还没签到"
      words="扫门口的大海报，一点就好"
      action={
        <Button icon="scan" busy={look.busy} onTap={() => void look.run()}>
          扫门口的码
        </Button>
      }
    />
  );
}

/** The tap of this fair that was made without network, if it was; once gone up and seen, it is forgotten. */
function useKeptTap(fairId: string): CheckInDeed | undefined {
  const [deed] = useCheckInDeeds()
    .filter((one) => (one.answer?.fairId ?? one.payload.fairId) === fairId)
    .reverse();
  const seen = deed?.state === 'done' ? deed.nonce : undefined;
  useEffect(() => () => void (seen && forgetDeed(seen)), [seen]);
  return deed;
}

interface InsideProps {
  fairId: string;
  isAgain: boolean;
  isAlong: boolean;
  /** How many who came along did not come in. */
  left: number;
}

function Inside({ fairId, isAgain, isAlong, left }: InsideProps) {
  const been = useBeen();
  const tap = useKeptTap(fairId);
  const checkIn = been.data?.items.find((one) => one.fairId === fairId);
  if (tap?.state === 'waiting') return <KeptTap deed={tap} />;
  if (tap?.state === 'refused' && !checkIn) return <RefusedTap deed={tap} />;
  if (checkIn)
    return (
      <>
        <Told checkIn={checkIn} isAgain={isAgain} isLate={tap !== undefined} keptAt={been.keptAt} />
        {checkIn.evidence?.gate === 'waiting' && <Banner kind="wait" title="到门口再确认一下" words="把号码给门口的人看，他扫一下就好" />}
        <OwnStrip checkIn={checkIn} />
        {(isAlong || tap?.payload.companions) && <CameAlong fairId={fairId} left={tap?.answer ? leftOf(tap.answer) : left} />}
        <WhatNext fairId={fairId} />
      </>
    );
  return been.data ? <NotCheckedIn /> : <NotYet of={been} shape="strip" />;
}

/** 签到成功: the number, the code that stands for the person, what comes next. */
export default function CheckedIn() {
  const { fairId = '', again, along, left = '0' } = useParams('/areas/fairs/checked-in/index');
  const hasWish = saysSomething(useMe().data?.wish);
  const been = useBeen().data?.items.some((one) => one.fairId === fairId);
  const isKept = useCheckInDeeds().some((deed) => deed.state === 'waiting' && deed.payload.fairId === fairId);
  // who is not here yet has one thing to do: scan
  const isHere = been || isKept;
  const foot = isHere && (
    <Button kind="main" iconAfter="chev" onTap={() => go('/areas/fairs/booths/index', { fairId })}>
      {hasWish ? '看适合的展位' : '看展位'}
    </Button>
  );
  return (
    <Page title="签到" {...(foot && { foot })}>
      <Inside fairId={fairId} isAgain={again !== undefined} isAlong={along !== undefined} left={Number(left)} />
    </Page>
  );
}
