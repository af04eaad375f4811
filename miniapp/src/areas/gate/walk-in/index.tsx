import type { Output } from '@shanhai/shared/contract/contract.ts';
import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { go, useParams } from '../../../nav.ts';
import { aria } from '../../../ui/aria.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Agree } from '../../../ui/choice.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Field } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Page } from '../../../ui/page.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { showToast } from '../../../ui/toast-store.ts';
import { AboveCapacity } from '../above-capacity.tsx';
import { useGate } from '../entries.ts';
import { UndoButton } from '../undo-button.tsx';
import { useGateKeeping } from '../use-gate-keeping.ts';
import { TownChoice, TradeChoice } from './choices.tsx';
import { askableOf, blankDraft, type Draft, problemAt, sendWords, whatIsLeft } from './form.ts';
import { stripAfter, stripOnTop } from './pile.ts';
import { ProxyPart } from './proxy-part.tsx';
import { register } from './register.ts';
import { Sharing } from './sharing.tsx';
import { type StripFrom, StripPart } from './strip-part.tsx';
import './index.scss';

type Fair = Output<'fairs.get'>;
interface Saved {
  number: number;
  name: string;
  /** On this device only, so far. */
  isKept: boolean;
}

/** Large and green, so that whoever hands the strip over sees it without reading. */
function Confirmed({ fairId, saved, onUndone }: { fairId: string; saved: Saved; onUndone: () => void }) {
  return (
    <View className="walk-in-done" {...aria({ role: 'status', live: 'assertive' })}>
      <Icon name="okc" size={34} />
      <View className="grow">
        <View className="walk-in-done-number">{spokenNumber(saved.number)}</View>
        <View className="small">
          {saved.name}登记好了，{saved.isKept ? '记在本机，' : ''}把条给他
        </View>
      </View>
      <UndoButton fairId={fairId} number={saved.number} onUndone={onUndone} onColour />
    </View>
  );
}

/** The draft, sending it, and the next one straight after. */
function useWalkIn(fair: Fair, gate: string, first: string, receivers: readonly string[]) {
  const { fairId } = fair;
  const [draft, setDraft] = useState(() => blankDraft(first || stripOnTop(fairId)));
  const [stripFrom, setStripFrom] = useState<StripFrom>(first ? 'scanned' : 'pile');
  const [saved, setSaved] = useState<Saved>();
  const send = useAction(
    async (override?: string) => {
      const made = await register(fair, gate, draft, { override, receivers });
      setSaved({ ...made, name: draft.name.trim() });
      setStripFrom('pile');
      setDraft(blankDraft(stripAfter(fairId, draft.number)));
      void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
    },
    { tell: 'inline' },
  );
  const change = (changed: Partial<Draft>): void => setDraft((before) => ({ ...before, ...changed }));
  const takeNumber = (number: string, from: StripFrom): void => {
    send.clear();
    setStripFrom(from);
    change({ number });
  };
  const undone = (): void => {
    if (saved) change({ number: String(saved.number) });
    showToast('撤了，这次不算进场');
    setSaved(undefined);
  };
  return { draft, change, stripFrom, takeNumber, saved, send, undone };
}

function NameAndPhone({ draft, change, problems }: { draft: Draft; change: (changed: Partial<Draft>) => void; problems: ReturnType<typeof problemAt> }) {
  const [isIn, setIn] = useState(true);
  return (
    <>
      <Field
        label="姓名"
        value={draft.name}
        onChange={(name) => change({ name })}
        most={30}
        focus={isIn}
        onLeave={() => setIn(false)}
        problem={problems.name}
      />
      <Field
        label="电话"
        aside="没有就空着"
        kind="phone"
        most={11}
        value={draft.phone}
        onChange={(phone) => change({ phone })}
        placeholder="11 位手机号"
        problem={problems.phone}
      />
    </>
  );
}

function WalkInRoom({ fair, first }: { fair: Fair; first: string }) {
  const [gate] = useGate(fair.fairId, fair.gates);
  const { elsewhere, isDown } = useGateKeeping(fair.fairId);
  const { draft, change, stripFrom, takeNumber, saved, send, undone } = useWalkIn(fair, gate, first, elsewhere);
  const problems = send.problem ? problemAt(send.problem) : {};
  const left = whatIsLeft(draft);
  const foot = (
    <Button kind="main" busy={send.busy} busyWords="正在登记" disabled={left ?? false} onTap={() => void send.run()}>
      {sendWords(draft.number)}
    </Button>
  );
  return (
    <Page title="没手机登记" foot={foot} titleAside={<View className="t2">{gate}</View>}>
      {isDown && !saved && <Banner kind="offline" title="没网，照常登记" words="先记在本机，有网就传" />}
      {saved && <Confirmed fairId={fair.fairId} saved={saved} onUndone={undone} />}
      {problems.other && <Banner kind="failed" title={problems.other} />}
      {send.problem?.code === 'capacity_reached' && <AboveCapacity busy={send.busy} onReason={(reason) => void send.run(reason)} />}
      <View className="stack loose" key={draft.nonce}>
        <StripPart fairId={fair.fairId} number={draft.number} problem={problems.number} from={stripFrom} onNumber={takeNumber} />
        <NameAndPhone draft={draft} change={change} problems={problems} />
        <TownChoice towns={fair.homeTowns} value={draft.town} onChange={(town) => change({ town })} />
        <TradeChoice value={draft.trades} onChange={(trades) => change({ trades })} />
        <View>
          <Agree words="已当面说清，本人同意登记" isOn={draft.hasAgreed} onChange={(hasAgreed) => change({ hasAgreed })} />
          <View className="hint">说三句：记姓名、电话、想做什么；只用来找工作；不想留了随时能删。</View>
        </View>
        <Sharing draft={draft} receivers={askableOf(draft, elsewhere)} onChange={change} />
        <ProxyPart draft={draft} onChange={change} />
      </View>
    </Page>
  );
}

/** Somebody without a phone: strip, name, a tick, done. */
export default function WalkIn() {
  const { fairId = '', number = '' } = useParams('/areas/gate/walk-in/index');
  const fair = useCall('fairs.get', { fairId }, { when: fairId !== '', keep: true });
  if (fair.data) return <WalkInRoom fair={fair.data} first={number} />;
  return (
    <Page title="没手机登记">
      {fair.isLoading && <Skeleton />}
      {fair.problem && <ErrorView problem={fair.problem} onRetry={() => void fair.reload()} />}
      {!fairId && <Empty title="不知道是哪一场" action={<Button onTap={() => go('/areas/organize/fairs/index')}>看我们的招聘会</Button>} />}
    </Page>
  );
}
