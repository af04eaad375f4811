import type { Output } from '@shanhai/shared/contract/contract.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '../../../api/use-call.ts';
import { go, useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { FilterChip } from '../../../ui/chip.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Count } from '../../../ui/figures.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Row } from '../../../ui/row.tsx';
import { scan } from '../../../ui/scan.ts';
import { useWideScreen } from '../../../ui/screen.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Tap } from '../../../ui/tap.tsx';
import { useGate } from '../entries.ts';
import { type GateKeeping, useGateKeeping } from '../use-gate-keeping.ts';
import { LinkCard } from './link-card.tsx';
import { Result } from './result.tsx';
import { ScanPanel } from './scan-panel.tsx';
import { TypeNumber } from './type-number.tsx';
import { useGateScan } from './use-gate-scan.ts';
import './index.scss';

type Fair = Output<'fairs.get'>;

const presentEveryMs = 5000;

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

const refusedWords = (board: Output<'reports.board'> | undefined): string => (board ? ` ${board.refused} 次` : '');

/** What the figure may be off by. */
function mayBe(waiting: number, isOld: boolean): string | undefined {
  if (waiting > 0) return `这台还有 ${waiting} 条没传`;
  return isOld ? '网不通，这是刚才的' : undefined;
}

/** How many are in, over all and by gate. */
function Present({ fairId, keeping }: { fairId: string; keeping: GateKeeping }) {
  const board = useCall('reports.board', { fairId }, { everyMs: presentEveryMs, when: !keeping.isDown });
  const present = board.data?.present ?? keeping.taken;
  if (present === undefined) return board.isLoading ? <Skeleton shape="rows" count={1} /> : null;
  const byGate = board.data?.byGate ?? [];
  const isOld = board.problem !== undefined || keeping.isDown;
  return (
    <Card>
      <Count what="到场" count={present} may={mayBe(keeping.waiting.length, isOld)} />
      {byGate.length > 1 && (
        <View className="row fw small t2">
          {byGate.map(({ gate, count }) => (
            <View key={gate}>
              {gate} {count}
            </View>
          ))}
        </View>
      )}
      <Tap className="door-refused" onTap={() => go('/areas/gate/refusals/index', { fairId })}>
        <View className="grow">没进来的{refusedWords(board.data)}</View>
        <Icon name="chev" size={20} />
      </Tap>
    </Card>
  );
}

function Ways({ fairId, gate, onType }: { fairId: string; gate: string; onType?: () => void }) {
  return (
    <View className={`door-ways ${onType ? '' : 'is-two'}`}>
      {onType && (
        <Button kind="soft" icon="keypad" onTap={onType}>
          输号码
        </Button>
      )}
      <Button kind="soft" icon="search" onTap={() => go('/areas/gate/people/index', { fairId })}>
        查人
      </Button>
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
  const { busy, verdict, latest, look, retry, undone } = useGateScan(fairId, gate);
  const scanOne = async (): Promise<void> => {
    const scanned = await scan({ title: '扫号码条', hint: '号码条，或手机上的码' });
    if (scanned) look(scanned);
  };
  const panel = <ScanPanel number={latest} busy={busy} onTap={() => void scanOne()} />;
  const result = verdict && <Result {...{ fairId, verdict, busy }} onRetry={retry} onUndone={undone} />;
  if (isWide)
    return (
      <Page title={`${gate}签到`} wide className="door" titleAside={<View className="t2">{fair.subtitle || fair.title}</View>}>
        <View className="door-desk">
          <View className="stack loose">
            {result ?? <View className="door-got is-waiting">等人来扫</View>}
            <Card>
              <TypeNumber busy={busy} stays onEnter={look} />
            </Card>
            {panel}
          </View>
          <View className="stack loose">
            <GateChoice gates={gates} gate={gate} onChoose={chooseGate} />
            <Present fairId={fairId} keeping={keeping} />
            <LinkCard fairId={fairId} keeping={keeping} />
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
      <GateChoice gates={gates} gate={gate} onChoose={chooseGate} />
      <Present fairId={fairId} keeping={keeping} />
      <LinkCard fairId={fairId} keeping={keeping} />
      <Sheet isOpen={isTyping} onClose={() => setTyping(false)} label="输号码">
        <TypeNumber
          busy={busy}
          onEnter={(scanned) => {
            setTyping(false);
            look(scanned);
          }}
        />
      </Sheet>
    </Page>
  );
}

/** The gate: scan, see it in large digits, next. */
export default function Door() {
  const { fairId = '' } = useParams('/areas/gate/door/index');
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
