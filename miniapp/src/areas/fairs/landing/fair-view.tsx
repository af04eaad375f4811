import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaTime } from '@shanhai/shared/rules/china-day.ts';
import type { PlaceFinding } from '@shanhai/shared/rules/evidence.ts';
import { campaignWords, gateStateAt, spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import { type ReactNode, useEffect, useState } from 'react';
import { checkInWaiting } from '../../../api/check-in.ts';
import { useCall } from '../../../api/use-call.ts';
import { go, replace } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Page } from '../../../ui/page.tsx';
import { Demo } from '../../../ui/row.tsx';
import { stepAfter } from '../../../ui/step-after.ts';
import { Companions } from './companions.tsx';
import { FairFacts } from './fair-facts.tsx';
import { gateNotice } from './gate-words.ts';
import { PlaceSheet } from './place-sheet.tsx';
import { useCheckIn } from './use-check-in.ts';

type Fair = Output<'fairs.get'>;
type CheckIn = Output<'attendance.mine'>['items'][number];
const lookAtClockMs = 20_000;

/** The time, looked at again and again, so that a waiting phone sees the gate open. */
function useNow(): string {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), lookAtClockMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** As many letters as fit in large type on one line. */
const longest = 8;

/** 春风送岗·雁归罗平 stands in two lines of like length; 松江·平湖赴昭通… does not. */
function titleLines(title: string): string[] {
  const lines = title.split('·');
  return lines.every((line) => line.length >= 3 && line.length <= longest) ? lines : [title];
}

function HeroWords({ fair }: { fair: Fair }) {
  const campaign = fair.campaign === 'none' ? '' : ` ${campaignWords[fair.campaign]}`;
  return (
    <>
      <View className="small t2">
        {fair.hostName}
        {campaign}
        <Demo when={fair.demo} words="演示数据" />
      </View>
      {titleLines(fair.title).map((line) => (
        <View key={line} className={`landing-title ${line.length > longest ? 'is-long' : ''}`}>
          {line}
        </View>
      ))}
    </>
  );
}

function Frame({ fair, foot, children }: { fair: Fair; foot: ReactNode; children: ReactNode }) {
  return (
    <Page title="招聘会" brand hero={{ words: <HeroWords fair={fair} />, tall: 282 }} className="landing" foot={foot}>
      {children}
    </Page>
  );
}

const Safe = () => (
  <View className="landing-safe">
    <Icon name="guard" size={20} />
    只记您到场，不用填资料
  </View>
);

const openBooths = (fair: Fair): void => go('/areas/fairs/booths/index', { fairId: fair.fairId });
const LookAtJobs = ({ fair, kind }: { fair: Fair; kind: 'main' | 'soft' }) => (
  <Button kind={kind} wide icon="search" onTap={() => openBooths(fair)}>
    先看看岗位
  </Button>
);

/** The next fair to go to when this one is over. */
function useNextFair(fair: Fair, isOver: boolean): Fair | undefined {
  const fairs = useCall('fairs.list', {}, { when: isOver, keep: true });
  const now = new Date().toISOString();
  return fairs.data?.items.find((other) => other.fairId !== fair.fairId && other.closesAt > now);
}

function useNotice(fair: Fair) {
  const now = useNow();
  const state = gateStateAt(fair, now);
  const next = useNextFair(fair, state === 'over' || state === 'closed');
  return { state, next, notice: gateNotice(fair, next, now) };
}

function Notice({ notice }: { notice: { title: string; words: string } | undefined }) {
  return notice ? <Banner kind="wait" title={notice.title} words={notice.words} /> : null;
}

/** While the gates are shut: the next fair, or what there is to read of this one. */
function FootWhenShut({ fair, next }: { fair: Fair; next: Fair | undefined }) {
  if (!next) return <LookAtJobs fair={fair} kind="main" />;
  return (
    <Button kind="main" icon="calendar" onTap={() => go('/areas/fairs/landing/index', { fairId: next.fairId })}>
      看下一场
    </Button>
  );
}

/** Checked in before, as far as this phone knows. */
function AlreadyHere({ fair, been }: { fair: Fair; been: CheckIn }) {
  const show = (): void => replace('/areas/fairs/checked-in/index', { fairId: fair.fairId, again: '1' });
  return (
    <Frame
      fair={fair}
      foot={
        <Button kind="main" icon="strip" onTap={show}>
          看我的号码
        </Button>
      }
    >
      <Banner kind="done" title={`您 ${chinaTime(been.at)} 已经签过了`} words={`还是 ${spokenNumber(been.number)} 号，不用再签`} />
      <FairFacts fair={fair} isOpen />
    </Frame>
  );
}

/** The tap, and before it the question for the place where the fair asks one. */
function useConfirm(fair: Fair, code: string, along: readonly string[]) {
  const { busy, problem, run } = useCheckIn(fair.fairId, code, fair, along);
  const [isAsking, setAsking] = useState(false);
  const place = fair.presence?.place;
  const answer = (finding: PlaceFinding): void => {
    setAsking(false);
    void run(finding);
  };
  const sheet = place && <PlaceSheet isOpen={isAsking} place={place} onClose={() => setAsking(false)} onAnswer={answer} />;
  return { busy, problem, sheet, isAsking, tap: (): void => (place ? setAsking(true) : void run()) };
}

function Confirm({ checkIn, kind }: { checkIn: ReturnType<typeof useConfirm>; kind: 'main' | 'line' }) {
  return (
    <Button kind={kind} wide className="landing-confirm" icon="check" busy={checkIn.busy} busyWords="正在签到" onTap={checkIn.tap}>
      确认签到
    </Button>
  );
}

/** Tapped before, without network: it goes up by itself and is not to be tapped again. */
function KeptHere({ fair, happenedAt }: { fair: Fair; happenedAt: string }) {
  const show = (): void => replace('/areas/fairs/checked-in/index', { fairId: fair.fairId });
  return (
    <Frame
      fair={fair}
      foot={
        <Button kind="main" icon="strip" onTap={show}>
          看我的号码
        </Button>
      }
    >
      <Banner kind="queued" title="已记下，有网就上传" words={`${chinaTime(happenedAt)} 到场，不用再点`} />
      <FairFacts fair={fair} isOpen />
    </Frame>
  );
}

function AtGate({ fair, code }: { fair: Fair; code: string }) {
  const { state, next, notice } = useNotice(fair);
  const [along, setAlong] = useState<string[]>([]);
  const checkIn = useConfirm(fair, code, along);
  const isOpen = state === 'open';
  const foot = isOpen ? (
    <>
      <Confirm checkIn={checkIn} kind="main" />
      <Safe />
    </>
  ) : (
    <FootWhenShut fair={fair} next={next} />
  );
  return (
    <Frame fair={fair} foot={checkIn.isAsking ? undefined : foot}>
      {checkIn.problem ? <Banner kind="failed" title={checkIn.problem.sentence} words={stepAfter(checkIn.problem.code)} /> : <Notice notice={notice} />}
      <FairFacts fair={fair} isOpen={isOpen} />
      {isOpen && <Companions fairId={fair.fairId} chosen={along} onChange={setAlong} />}
      {isOpen && <LookAtJobs fair={fair} kind="soft" />}
      {/* The server's clock decides; a phone whose clock is wrong must not keep its owner out. */}
      {(state === 'early' || state === 'over') && <Confirm checkIn={checkIn} kind="line" />}
      {checkIn.sheet}
    </Frame>
  );
}

/** The fair one came to by its own code: 确认签到. */
export function FairAtGate({ fair, code }: { fair: Fair; code: string }) {
  const known = useCall('attendance.mine', {}, { when: false }).data?.items.find((one) => one.fairId === fair.fairId);
  // As it was when the page opened: checking in here leads on by itself.
  const [been] = useState(known);
  const [waiting] = useState(() => checkInWaiting(fair.fairId));
  if (waiting) return <KeptHere fair={fair} happenedAt={waiting.happenedAt} />;
  return been ? <AlreadyHere fair={fair} been={been} /> : <AtGate fair={fair} code={code} />;
}

/** The fair opened from a list: to look at, and to check in by the poster at its door. */
export function FairToLookAt({ fair, onScan }: { fair: Fair; onScan: () => void }) {
  const { state, notice } = useNotice(fair);
  const isOpen = state === 'open';
  return (
    <Frame
      fair={fair}
      foot={
        isOpen ? (
          <>
            <Button kind="main" icon="scan" onTap={onScan}>
              扫门口的码签到
            </Button>
            <Safe />
          </>
        ) : (
          <LookAtJobs fair={fair} kind="main" />
        )
      }
    >
      <Notice notice={notice} />
      <FairFacts fair={fair} isOpen={isOpen} />
      {isOpen && <LookAtJobs fair={fair} kind="soft" />}
    </Frame>
  );
}
