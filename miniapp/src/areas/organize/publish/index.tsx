import { campaignWords, fairKindWords } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { go, goBack, useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Demo, Heading, Row } from '../../../ui/row.tsx';
import { useWideScreen } from '../../../ui/screen.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { type Fair, stateOf, useOwnFair, whenWords } from '../own-fairs.ts';
import { CloseFair, FairReport } from './close-fair.tsx';
import { MissingList } from './missing-list.tsx';
import { PrintPack } from './print-pack.tsx';
import './index.scss';

function Head({ fair }: { fair: Fair }) {
  const state = stateOf(fair, new Date().toISOString());
  return (
    <Card>
      <View className="row fw top">
        <View className="h2 grow">
          {fair.title}
          <Demo when={fair.demo} />
        </View>
        <Chip tone={state.tone}>{state.words}</Chip>
      </View>
      {fair.subtitle && <View className="lead">{fair.subtitle}</View>}
      <View className="stack tight">
        <View className="row">
          <Icon name="clock" size={20} />
          <View className="grow">{whenWords(fair)}</View>
        </View>
        <View className="row">
          <Icon name="pin" size={20} />
          <View className="grow">{fair.place}</View>
        </View>
      </View>
      <View className="chips">
        <Chip>{fairKindWords[fair.kind]}</Chip>
        {fair.campaign !== 'none' && <Chip>{campaignWords[fair.campaign]}</Chip>}
        <Chip>预计 {fair.expectedAttendance} 人</Chip>
      </View>
    </Card>
  );
}

const presenceWords = ({ presence }: Fair): string =>
  [presence?.code === 'rotating' ? '扫屏幕上的码' : '扫海报上的码', presence?.confirmsAtGate ? '门口再确认' : '', presence?.place ? '问位置' : '']
    .filter(Boolean)
    .join('，');

/** What one sets up, and where it stands. */
function SetUp({ fair }: { fair: Fair }) {
  const { fairId } = fair;
  const booths = fair.boothCount ? `${fair.boothCount} 家，${fair.openingCount} 个岗位，要 ${fair.headcount} 人` : '还没请单位';
  return (
    <View className="stack">
      <Heading>准备</Heading>
      <Card flush>
        <Row icon="building" title="展位和单位" words={booths} onTap={() => go('/areas/organize/booths/index', { fairId })} />
        <Row icon="scan" tone="grey" title="到场怎么算" words={presenceWords(fair)} onTap={() => go('/areas/organize/presence/index', { fairId })} />
        {fair.status !== 'closed' && (
          <Row icon="edit" tone="grey" title="改这场会" words="名字、时间、地点、方案" onTap={() => go('/areas/organize/edit/index', { fairId })} />
        )}
      </Card>
    </View>
  );
}

function FairDay({ fair }: { fair: Fair }) {
  const { fairId } = fair;
  return (
    <View className="stack">
      <Heading>{fair.status === 'closed' ? '当天的数' : '当天'}</Heading>
      <Card flush>
        {fair.status === 'published' && (
          <Row icon="scan" tone="ok" title="门口签到" words={fair.gates.join('、')} onTap={() => go('/areas/gate/door/index', { fairId })} />
        )}
        {fair.status === 'published' && (
          <Row icon="people" title="门口帮忙的人" words="请谁来扫码，谁能拿主意" onTap={() => go('/areas/organize/stewards/index', { fairId })} />
        )}
        {fair.status === 'published' && (
          <Row
            icon="synced"
            tone="grey"
            title="现场的设备"
            words="门口和展位：哪台有没有网，还有多少没传"
            onTap={() => go('/areas/organize/devices/index', { fairId })}
          />
        )}
        {fair.status === 'published' && (
          <Row icon="scales" title="统筹配岗" words="到场的人，配还缺人的岗位" onTap={() => go('/areas/allocations/list/index', { fairId })} />
        )}
        <Row
          icon="expand"
          title={fair.status === 'closed' ? '最后的数' : '大屏'}
          words="到场、名片、各家展位"
          onTap={() => go('/areas/board/live/index', { fairId })}
        />
      </Card>
    </View>
  );
}

type Missing = ReturnType<typeof useCall<'fairs.missing'>>;

function MissingPart({ fair, missing }: { fair: Fair; missing: Missing }) {
  if (missing.data) return <MissingList fair={fair} missing={missing.data.items} />;
  if (missing.problem) return <ErrorView problem={missing.problem} onRetry={() => void missing.reload()} />;
  return <Skeleton shape="rows" />;
}

/** Beside each other on a desktop, one below the other on a phone. */
function Columns({ main, aside }: { main: ReactNode; aside: ReactNode }) {
  return (
    <View className="publish-cols">
      <View className="stack loose">{main}</View>
      <View className="stack loose">{aside}</View>
    </View>
  );
}

function DraftRoom({ fair }: { fair: Fair }) {
  const missing = useCall('fairs.missing', { fairId: fair.fairId });
  const publish = useAction(() => call('fairs.publish', { fairId: fair.fairId }), { done: '发布了，大家都看得到' });
  const isWide = useWideScreen();
  const left = missing.data?.items.length;
  const button = (
    <Button
      kind={isWide ? 'act' : 'main'}
      busy={publish.busy}
      busyWords="正在发布"
      disabled={left === undefined ? true : left > 0 && `还差 ${left} 项`}
      onTap={() => void publish.run()}
    >
      发布
    </Button>
  );
  return (
    <Page title="办这场会" wide {...(isWide ? { titleAside: button } : { foot: button })}>
      <Columns
        main={
          <>
            <Head fair={fair} />
            <MissingPart fair={fair} missing={missing} />
          </>
        }
        aside={<SetUp fair={fair} />}
      />
    </Page>
  );
}

function Room({ fair }: { fair: Fair }) {
  const isOver = fair.status === 'closed';
  return (
    <Page title="办这场会" wide>
      <Columns
        main={
          <>
            <Head fair={fair} />
            {isOver && <FairReport fair={fair} />}
            <FairDay fair={fair} />
          </>
        }
        aside={
          <>
            {!isOver && <PrintPack fair={fair} />}
            <SetUp fair={fair} />
            {!isOver && <CloseFair fair={fair} />}
          </>
        }
      />
    </Page>
  );
}

/** One fair and what there is to do: what is missing, publish, print, the gate, the board, close, report. */
export default function PublishFair() {
  const { fairId = '' } = useParams('/areas/organize/publish/index');
  const { own, fair, isLoading, problem, reload } = useOwnFair(fairId);
  if (fair) return fair.status === 'draft' ? <DraftRoom fair={fair} /> : <Room fair={fair} />;
  return (
    <Page title="办这场会" wide>
      {isLoading && <Skeleton />}
      {problem && !own && <ErrorView problem={problem} onRetry={() => void reload()} />}
      {own && <Empty title="没有这场会" words="可能是别的县办的" action={<Button onTap={() => goBack('organizer')}>回去</Button>} />}
    </Page>
  );
}
