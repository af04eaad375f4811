import type { Output } from '@shanhai/shared/contract/contract.ts';
import type { Direction } from '@shanhai/shared/rules/passages.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useSession } from '../../../api/session-store.ts';
import { useCall } from '../../../api/use-call.ts';
import { go, useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { FilterChip } from '../../../ui/chip.tsx';
import { Segment } from '../../../ui/choice.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Row } from '../../../ui/row.tsx';
import { scan } from '../../../ui/scan.ts';
import { useWideScreen } from '../../../ui/screen.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useIsSupervisor } from '../above-capacity.tsx';
import { useRevoked } from '../device-report.ts';
import { useGate } from '../entries.ts';
import { useGateKeeping } from '../use-gate-keeping.ts';
import type { Verdict } from '../verdict.ts';
import { DeviceNews, DevicePart } from './device-part.tsx';
import { GateLink } from './gate-link.tsx';
import { Present } from './present.tsx';
import { Result } from './result.tsx';
import { ScanPanel } from './scan-panel.tsx';
import { ScannerDesk } from './scanner-desk.tsx';
import { TypeNumber } from './type-number.tsx';
import { useUndoLast } from './undo-last.ts';
import { useGateScan } from './use-gate-scan.ts';
import './index.scss';

type Fair = Output<'fairs.get'>;

function GateChoice({ gates, gate, onChoose }: { gates: readonly string[]; gate: string; onChoose: (gate: string) => void }) {
  if (gates.length < 2) return null;
  return (
    <View className="row fw">
      <View className="t2">这台在</View>
      <View className="chips">
        {gates.map((one) => (
          <FilterChip key={one} role="radio" isOn={one === gate} onTap={() => onChoose(one)}>
            {one}
          </FilterChip>
        ))}
      </View>
    </View>
  );
}

const ways: readonly { value: Direction; words: string }[] = [
  { value: 'in', words: '扫进' },
  { value: 'out', words: '扫出' },
];

/** Which way people go past this device just now. */
function WayChoice({ direction, onChoose }: { direction: Direction; onChoose: (direction: Direction) => void }) {
  return <Segment options={ways} value={direction} onChange={onChoose} />;
}

/** Somebody came with others: one scan, then each of them is seen and ticked. */
function Along({ fairId, code, kind }: { fairId: string; code: string | undefined; kind: Verdict['kind'] }) {
  const isOut = kind === 'out';
  if (!isOut && kind !== 'in' && kind !== 'already' && kind !== 'kept') return null;
  if (isOut && !code) return null;
  return (
    <Button kind="soft" wide icon="people" onTap={() => go('/areas/gate/family/index', { fairId, ...(code && { code }), ...(isOut && { way: 'out' }) })}>
      {isOut ? '还有人一起出去' : '还有人一起来'}
    </Button>
  );
}

function Ways({ fairId, gate, onType }: { fairId: string; gate: string; onType?: () => void }) {
  const isSupervisor = useIsSupervisor();
  return (
    <View className={`door-ways ${onType && isSupervisor ? '' : 'is-two'}`}>
      {onType && (
        <Button kind="soft" icon="keypad" onTap={onType}>
          输号码
        </Button>
      )}
      {isSupervisor && (
        <Button kind="soft" icon="search" onTap={() => go('/areas/gate/people/index', { fairId })}>
          查人
        </Button>
      )}
      <Button kind="soft" icon="edit" onTap={() => go('/areas/gate/walk-in/index', { fairId, gate })}>
        没手机
      </Button>
    </View>
  );
}

function DoorRoom({ fair }: { fair: Fair }) {
  const { fairId, gates } = fair;
  const isWide = useWideScreen();
  const [gate, chooseGate] = useGate(fairId, gates);
  const [isTyping, setTyping] = useState(false);
  const keeping = useGateKeeping(fairId);
  const [direction, setDirection] = useState<Direction>('in');
  const { busy, verdict, latest, personCode, look, retry, undone } = useGateScan(fairId, gate, fair.countsExits ? direction : undefined);
  const scanOne = async (): Promise<void> => {
    const scanned = await scan({ title: '扫号码条', hint: '号码条，或手机上的码' });
    if (scanned) void look(scanned);
  };
  const undoLast = useUndoLast(fairId, verdict, undone);
  const panel = <ScanPanel number={latest} busy={busy} onTap={() => void scanOne()} />;
  const way = fair.countsExits && <WayChoice direction={direction} onChoose={setDirection} />;
  const news = <DeviceNews fairId={fairId} keeping={keeping} />;
  const along = verdict && <Along fairId={fairId} code={personCode} kind={verdict.kind} />;
  // a device out of service is told so once, with what to do
  const isTold = useRevoked(fairId) && verdict?.kind === 'refused';
  const result = verdict && !isTold && <Result {...{ fairId, verdict, busy }} onRetry={retry} onUndone={undone} />;
  if (isWide)
    return (
      <Page title={`${gate}签到`} wide className="door" titleAside={<View className="t2">{fair.subtitle || fair.title}</View>}>
        <View className="door-desk">
          <View className="stack loose">
            {result || <View className="door-got is-waiting">等人来扫</View>}
            {news}
            {along}
            <ScannerDesk
              busy={busy}
              onEnter={look}
              onWalkIn={() => go('/areas/gate/walk-in/index', { fairId, gate })}
              onUndo={undoLast}
              onNextGate={() => chooseGate(gates[(gates.indexOf(gate) + 1) % gates.length] ?? gate)}
            />
            {panel}
          </View>
          <View className="stack loose">
            {way}
            <GateChoice gates={gates} gate={gate} onChoose={chooseGate} />
            <Present fair={fair} keeping={keeping} />
            <GateLink fairId={fairId} keeping={keeping} />
            <DevicePart fairId={fairId} gate={gate} keeping={keeping} />
            <Ways fairId={fairId} gate={gate} />
            <Card flush>
              <Row icon="expand" tone="grey" title="大屏" onTap={() => go('/areas/board/live/index', { fairId })} />
            </Card>
          </View>
        </View>
      </Page>
    );
  return (
    <Page title={`${gate}签到`} className="door" top={panel} foot={<Ways fairId={fairId} gate={gate} onType={() => setTyping(true)} />}>
      {result}
      {news}
      {along}
      {way}
      <GateChoice gates={gates} gate={gate} onChoose={chooseGate} />
      <Present fair={fair} keeping={keeping} />
      <GateLink fairId={fairId} keeping={keeping} />
      <DevicePart fairId={fairId} gate={gate} keeping={keeping} />
      <Sheet isOpen={isTyping} onClose={() => setTyping(false)} label="输号码">
        <TypeNumber
          busy={busy}
          onEnter={(scanned) => {
            setTyping(false);
            void look(scanned);
          }}
        />
      </Sheet>
    </Page>
  );
}

/** The gate: scan, see it in large digits, next. */
export default function Door() {
  const acting = useSession()?.acting;
  const own = acting?.role === 'steward' ? acting.scope : undefined;
  const { fairId = own ?? '' } = useParams('/areas/gate/door/index');
  const fair = useCall('fairs.get', { fairId }, { when: fairId !== '', keep: true });
  if (fair.data) return <DoorRoom fair={fair.data} />;
  return (
    <Page title="门口签到">
      {fair.isLoading && <Skeleton />}
      {fair.problem && <ErrorView problem={fair.problem} onRetry={() => void fair.reload()} />}
      {!fairId && (
        <Empty title="不知道是哪一场" words="从招聘会里打开门口" action={<Button onTap={() => go('/areas/organize/fairs/index')}>看我们的招聘会</Button>} />
      )}
    </Page>
  );
}
