import type { Output } from '@shanhai/shared/contract/contract.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { View } from '@tarojs/components';
import { useCall } from '../../../api/use-call.ts';
import { go, useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Demo, Heading, Row } from '../../../ui/row.tsx';
import { useWideScreen } from '../../../ui/screen.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Table } from '../../../ui/table.tsx';

type Booth = Output<'fairs.booths'>['items'][number];

const open = ({ fairId, boothNo }: Booth): void => go('/areas/organize/openings/index', { fairId, boothNo });
const wanted = (booth: Booth): number => booth.openings.reduce((sum, opening) => sum + opening.headcount, 0);
const openingWords = (booth: Booth): string => booth.openings.map((opening) => `${opening.title} ${opening.headcount} 人`).join('，');

/** What hangs there, or why nothing may: to be seen to before the doors open. */
function Hung({ booth }: { booth: Booth }) {
  if (booth.withheld) return <View className="stop-t">单位停用了，别人看不到</View>;
  if (booth.isWaiting) return <View className="wait-t">单位在等人社局核验（改了资料，或核验到期），先不收名片</View>;
  return booth.openings.length ? <View>{openingWords(booth)}</View> : <View className="wait-t">还没放岗位</View>;
}

function BoothRow({ booth }: { booth: Booth }) {
  return (
    <Row
      title={
        <>
          {booth.label} {booth.employerShortName}
          <Demo when={booth.demo} />
        </>
      }
      words={<Hung booth={booth} />}
      onTap={() => open(booth)}
    />
  );
}

const columns = [
  { head: '展位', cell: (booth: Booth) => <View className="b">{booth.label}</View> },
  { head: '单位', cell: (booth: Booth) => booth.employerName },
  { head: '哪里的', cell: (booth: Booth) => regionName(booth.employerRegion) },
  { head: '岗位', cell: (booth: Booth) => <Hung booth={booth} /> },
  { head: '要人', cell: wanted, isNumber: true },
];

function Booths({ items, onInvite }: { items: readonly Booth[]; onInvite: () => void }) {
  const isWide = useWideScreen();
  if (items.length === 0) return <Empty title="还没请单位" words="只能请核验过的单位" action={<Button onTap={onInvite}>请单位</Button>} />;
  const sorted = [...items].sort((a, b) => a.label.localeCompare(b.label));
  const openings = sorted.reduce((sum, booth) => sum + booth.openings.length, 0);
  return (
    <View className="stack">
      <Heading aside={`${openings} 个岗位，要 ${sorted.reduce((sum, booth) => sum + wanted(booth), 0)} 人`}>{items.length} 家单位</Heading>
      <Card flush>
        {isWide ? (
          <Table
            columns={columns}
            rows={sorted}
            keyOf={(booth) => String(booth.boothNo)}
            onOpen={open}
            isBlank={(booth) => booth.withheld === true || booth.openings.length === 0}
          />
        ) : (
          sorted.map((booth) => <BoothRow key={booth.boothNo} booth={booth} />)
        )}
      </Card>
    </View>
  );
}

/** The booths of a fair and what stands at each. */
export default function FairBooths() {
  const { fairId = '' } = useParams('/areas/organize/booths/index');
  const booths = useCall('fairs.booths', { fairId }, { when: fairId !== '' });
  const isWide = useWideScreen();
  const invite = (): void => go('/areas/organize/invite/index', { fairId });
  const canInvite = booths.data !== undefined && booths.data.fair.status !== 'closed';
  const add = canInvite ? (
    <Button kind={isWide ? 'act' : 'main'} icon="plus" onTap={invite}>
      请单位
    </Button>
  ) : undefined;
  return (
    <Page title="展位" wide titleAside={add} {...(!isWide && add && { foot: add })}>
      {booths.isLoading && <Skeleton shape="rows" />}
      {booths.data && <View className="t2">{booths.data.fair.subtitle || booths.data.fair.title}</View>}
      {booths.data ? (
        <Booths items={booths.data.items} onInvite={invite} />
      ) : (
        booths.problem && <ErrorView problem={booths.problem} onRetry={() => void booths.reload()} />
      )}
    </Page>
  );
}
