import type { Output } from '@shanhai/shared/contract/contract.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useLink } from '../../../api/link.ts';
import { deviceId } from '../../../api/session-store.ts';
import { useCall } from '../../../api/use-call.ts';
import { goBack, useParams } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Agree } from '../../../ui/choice.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Heading } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { AboveCapacity } from '../above-capacity.tsx';
import { useGate } from '../entries.ts';
import { useGateKeeping } from '../use-gate-keeping.ts';
import { whatIsLeft } from '../walk-in/form.ts';
import { CameRow, NotYet } from './came-row.tsx';
import { NewOne } from './new-one.tsx';
import { type Came, type Known, useFamily } from './use-family.ts';
import './index.scss';

type Family = ReturnType<typeof useFamily>;

/** What became of one here, or what is known of one who needs nothing. */
function cameBefore({ number, isOut }: Known, came: Came | undefined): Extract<Came, { kind: 'passed' }> {
  if (came?.kind === 'passed') return came;
  const words = number === undefined ? '还没进过场' : isOut ? '出去了' : '在里面';
  return { kind: 'passed', words, ...(number !== undefined && { number }) };
}

/** Is there anything to do about this one, going this way? */
const isToPass = ({ number, waits, isOut }: Known, isGoingOut: boolean): boolean =>
  isGoingOut ? number !== undefined && !isOut : number === undefined || waits === true || isOut === true;

function wordsOf({ name, town, waits, isOut }: Known): string {
  const state = waits ? '自己签过，等门口确认' : isOut ? '出去过' : town;
  return state ? `${name}，${state}` : name;
}

/** Those the scanned person acts for, each seen and ticked; who is through stands above with the number. */
function KnownOnes({ fairId, items, isGoingOut, family, chosen, choose }: KnownProps) {
  const isDone = (one: Known): boolean => family.came[one.code]?.kind === 'passed' || !isToPass(one, isGoingOut);
  const done = items.filter(isDone);
  const left = items.filter((one) => !isDone(one));
  return (
    <View className="stack">
      <Heading>登记过的</Heading>
      {done.length > 0 && (
        <Card flush>
          {done.map((one) => (
            <CameRow key={one.code} fairId={fairId} name={one.name} came={cameBefore(one, family.came[one.code])} onUndone={() => family.takenBack(one.code)} />
          ))}
        </Card>
      )}
      {left.length > 0 && (
        <Card>
          {left.map((one) => (
            <View key={one.code} className="stack tight">
              <Agree words={wordsOf(one)} isOn={chosen.includes(one.code)} onChange={(isOn) => choose(one.code, isOn)} />
              <NotYet came={family.came[one.code]} />
            </View>
          ))}
        </Card>
      )}
    </View>
  );
}
interface KnownProps {
  fairId: string;
  items: readonly Known[];
  isGoingOut: boolean;
  family: Family;
  chosen: readonly string[];
  choose: (code: string, isOn: boolean) => void;
}

/** Those nobody registered yet, who stand there too. */
function NewOnes({ fairId, family }: { fairId: string; family: Family }) {
  return (
    <View className="stack">
      <Heading>没登记过的</Heading>
      {family.drafts.map((draft) => {
        const came = family.came[draft.nonce];
        if (came?.kind === 'passed')
          return (
            <Card key={draft.nonce} flush>
              <CameRow {...{ fairId, name: draft.name, came }} onUndone={() => family.takenBack(draft.nonce)} />
            </Card>
          );
        return (
          <NewOne
            key={draft.nonce}
            {...{ fairId, draft, came }}
            onChange={(changed) => family.change(draft.nonce, changed)}
            onRemove={() => family.remove(draft.nonce)}
          />
        );
      })}
      <Button kind="line" wide icon="plus" onTap={family.add}>
        发号码条，加一位
      </Button>
    </View>
  );
}

/** Whom the person of this code acts for; without network, or without a code, nobody knows. */
function useKnown(fairId: string, code: string) {
  const { isDown } = useLink();
  const known = useCall('attendance.companionsOf', { fairId, code, deviceId: deviceId() }, { when: code !== '' && !isDown });
  return { ...known, isDown, items: known.data?.items ?? [] };
}

function KnownState({ code, known }: { code: string; known: ReturnType<typeof useKnown> }) {
  if (known.isLoading) return <Skeleton shape="rows" count={2} />;
  if (known.isDown && !known.data && code)
    return <Banner kind="offline" title="没网，看不到他替谁登记过" words="登记过的，扫他自己的码；没登记过的，照样发号码条" />;
  if (known.problem && !known.data) return <ErrorView problem={known.problem} onRetry={() => void known.reload()} />;
  return known.data?.items.length === 0 ? <View className="t2">他没替别人登记过。没登记过的，发号码条登记一下。</View> : null;
}

const isThrough = (family: Family, key: string): boolean => family.came[key]?.kind === 'passed';

/** Who is still to pass, and what is missing. */
function leftOf(family: Family, chosen: readonly string[]) {
  const codes = chosen.filter((code) => !isThrough(family, code));
  const drafts = family.drafts.filter((draft) => !isThrough(family, draft.nonce));
  const missing = drafts.map(whatIsLeft).find(Boolean);
  const isFull = [...codes, ...drafts.map((draft) => draft.nonce)].some((key) => family.came[key]?.kind === 'full');
  return { codes, drafts, missing, isFull, count: codes.length + drafts.length };
}

interface FootProps {
  left: ReturnType<typeof leftOf>;
  family: Family;
  isGoingOut: boolean;
}

function Foot({ left: { codes, drafts, missing, count }, family: { came, letIn }, isGoingOut }: FootProps) {
  if (count === 0 && Object.values(came).some((one) => one?.kind === 'passed'))
    return (
      <Button kind="main" icon="check" onTap={() => goBack('organizer')}>
        都好了，回门口
      </Button>
    );
  const disabled = count === 0 ? '见到谁，点谁' : (missing ?? false);
  return (
    <Button kind="main" busy={letIn.busy} busyWords="正在签" disabled={disabled} onTap={() => void letIn.run(codes, drafts)}>
      {`这 ${count} 位${isGoingOut ? '出去' : '进场'}`}
    </Button>
  );
}

/** As many are inside as may be: who waits, and a supervisor's word for them. */
function Full({ left: { codes, drafts, isFull, count }, letIn }: { left: ReturnType<typeof leftOf>; letIn: Family['letIn'] }) {
  if (!isFull) return null;
  return (
    <View className="stack">
      <Banner kind="failed" title="人满了" words="没进的先在门外等，有人出来再点" />
      <AboveCapacity busy={letIn.busy} count={count} onReason={(reason) => void letIn.run(codes, drafts, reason)} />
    </View>
  );
}

function FamilyRoom({ fair, code, isGoingOut }: { fair: Output<'fairs.get'>; code: string; isGoingOut: boolean }) {
  const { fairId } = fair;
  const [gate] = useGate(fairId, fair.gates);
  useGateKeeping(fairId);
  const direction = fair.countsExits ? (isGoingOut ? 'out' : 'in') : undefined;
  const family = useFamily({ fair, gate, direction });
  const known = useKnown(fairId, code);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const choose = (one: string, isOn: boolean): void => setChosen((before) => [...before.filter((other) => other !== one), ...(isOn ? [one] : [])]);
  const left = leftOf(family, chosen);
  const foot = <Foot {...{ left, family, isGoingOut }} />;
  return (
    <Page title={isGoingOut ? '一起出去的' : '一起来的'} foot={foot} titleAside={<View className="t2">{gate}</View>}>
      <Full left={left} letIn={family.letIn} />
      <KnownState code={code} known={known} />
      {known.items.length > 0 && <KnownOnes {...{ fairId, isGoingOut, family, chosen, choose }} items={known.items} />}
      {!isGoingOut && <NewOnes fairId={fairId} family={family} />}
    </Page>
  );
}

/** Who came with somebody: each is seen and ticked, and each gets a number. Who was never registered gets a strip. */
export default function FamilyAtGate() {
  const { fairId = '', code = '', way } = useParams('/areas/gate/family/index');
  const fair = useCall('fairs.get', { fairId }, { when: fairId !== '', keep: true });
  if (fair.data) return <FamilyRoom fair={fair.data} code={code} isGoingOut={way === 'out'} />;
  return (
    <Page title="一起来的">
      {fair.isLoading && <Skeleton />}
      {fair.problem && <ErrorView problem={fair.problem} onRetry={() => void fair.reload()} />}
      {!fairId && <Empty title="不知道是哪一场" words="从门口打开" />}
    </Page>
  );
}
