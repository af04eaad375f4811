import { View } from '@tarojs/components';
import { go } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Demo, Heading, Row } from '../../../ui/row.tsx';
import { useWideScreen } from '../../../ui/screen.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Table } from '../../../ui/table.tsx';
import { type Fair, stateOf, useOwnFairs, whenWords } from '../own-fairs.ts';

const open = (fair: Fair): void => go('/areas/organize/publish/index', { fairId: fair.fairId });
const create = (): void => go('/areas/organize/edit/index');

interface Group {
  title: string;
  fairs: Fair[];
}

/** What needs doing first: open now, still to publish, coming, over. */
function groupsOf(fairs: readonly Fair[], now: string): Group[] {
  const isRunning = (fair: Fair): boolean => fair.status === 'published' && fair.opensAt <= now;
  const soonest = [...fairs].reverse();
  return [
    { title: '正在开', fairs: soonest.filter(isRunning) },
    { title: '还没发', fairs: soonest.filter((fair) => fair.status === 'draft') },
    { title: '要开的', fairs: soonest.filter((fair) => fair.status === 'published' && !isRunning(fair)) },
    { title: '已散场', fairs: fairs.filter((fair) => fair.status === 'closed') },
  ].filter((group) => group.fairs.length > 0);
}

const bookedWords = (fair: Fair): string => (fair.boothCount ? `${fair.boothCount} 家 ${fair.openingCount} 个岗位` : '还没请单位');

function FairRows({ fairs, now }: { fairs: readonly Fair[]; now: string }) {
  return (
    <Card flush>
      {fairs.map((fair) => {
        const state = stateOf(fair, now);
        return (
          <Row
            key={fair.fairId}
            title={
              <>
                {fair.title}
                <Demo when={fair.demo} />
              </>
            }
            words={
              <>
                <View>{fair.subtitle || fair.place}</View>
                <View>{whenWords(fair)}</View>
                <View className="row fw">
                  <Chip tone={state.tone}>{state.words}</Chip>
                  <View>{bookedWords(fair)}</View>
                </View>
              </>
            }
            onTap={() => open(fair)}
          />
        );
      })}
    </Card>
  );
}

function FairTable({ fairs, now }: { fairs: readonly Fair[]; now: string }) {
  const columns = [
    {
      head: '招聘会',
      cell: (fair: Fair) => (
        <>
          {fair.title} {fair.subtitle}
          <Demo when={fair.demo} />
        </>
      ),
    },
    { head: '什么时候', cell: whenWords },
    { head: '地方', cell: (fair: Fair) => fair.place },
    { head: '单位', cell: (fair: Fair) => fair.boothCount, isNumber: true },
    { head: '岗位', cell: (fair: Fair) => fair.openingCount, isNumber: true },
    { head: '要人', cell: (fair: Fair) => fair.headcount, isNumber: true },
    { head: '现在', cell: (fair: Fair) => <Chip tone={stateOf(fair, now).tone}>{stateOf(fair, now).words}</Chip> },
  ];
  return (
    <Card flush>
      <Table columns={columns} rows={fairs} keyOf={(fair) => fair.fairId} onOpen={open} />
    </Card>
  );
}

function Groups({ fairs }: { fairs: readonly Fair[] }) {
  const isWide = useWideScreen();
  const now = new Date().toISOString();
  if (fairs.length === 0) return <Empty title="还没办过招聘会" words="先建一场，慢慢补，齐了再发" action={<Button onTap={create}>新办一场</Button>} />;
  return (
    <>
      {groupsOf(fairs, now).map((group) => (
        <View key={group.title} className="stack">
          <Heading aside={`${group.fairs.length} 场`}>{group.title}</Heading>
          {isWide ? <FairTable fairs={group.fairs} now={now} /> : <FairRows fairs={group.fairs} now={now} />}
        </View>
      ))}
    </>
  );
}

/** 招聘会: the county's own, by how they stand. */
export default function OwnFairs() {
  const { own, isLoading, problem, reload } = useOwnFairs();
  const isWide = useWideScreen();
  const add = (
    <Button kind={isWide ? 'act' : 'main'} icon="plus" onTap={create}>
      新办一场
    </Button>
  );
  return (
    <Page title="招聘会" wide titleAside={add} {...(!isWide && { foot: add })}>
      {isLoading && <Skeleton shape="rows" />}
      {own ? <Groups fairs={own} /> : problem && <ErrorView problem={problem} onRetry={() => void reload()} />}
    </Page>
  );
}
