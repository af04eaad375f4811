import { stageWords } from '@shanhai/shared/rules/applications.ts';
import { monthDay } from '@shanhai/shared/rules/china-day.ts';
import { yuan } from '@shanhai/shared/rules/fen.ts';
import { spacedPhone } from '@shanhai/shared/rules/phone.ts';
import { View } from '@tarojs/components';
import { useCall } from '../../../api/use-call.ts';
import { go, useParams } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { ListenButton } from '../../../ui/listen-button.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Demo, Heading, Pairs, Row, Tile } from '../../../ui/row.tsx';
import { type Mine, nextWords, spokenMine, stageIcons, stageTones, type Whose } from '../words.ts';
import { ArrivalPart } from './arrival-part.tsx';
import { ReplyFoot } from './reply-foot.tsx';
import { WithdrawPart } from './withdraw-part.tsx';

function Head({ mine }: { mine: Mine }) {
  const now = new Date().toISOString();
  return (
    <Card>
      <View className="row top">
        <Tile icon={stageIcons[mine.stage]} tone={stageTones[mine.stage]} />
        <View className="grow">
          <View className={`h2 ${stageTones[mine.stage] === 'ok' ? 'ok-t' : ''}`}>{stageWords[mine.stage]}</View>
          <View className="lead">{nextWords(mine, now)}</View>
        </View>
        <ListenButton words={spokenMine(mine, now)} />
      </View>
      {mine.note && <View className="t2">“{mine.note}”</View>}
    </Card>
  );
}

function Whole({ mine, whose }: { mine: Mine; whose: Whose }) {
  const isStanding = mine.stage !== 'withdrawn';
  return (
    <Page title="投的岗位" foot={<ReplyFoot mine={mine} whose={whose} />}>
      <Head mine={mine} />
      <ArrivalPart mine={mine} whose={whose} />
      <Card flush>
        {mine.stage === 'interview' && (
          <Row
            icon="calendar"
            tone="wait"
            title="挑个时间见面"
            words="单位放了时间，就在这里挑"
            onTap={() => go('/areas/interviews/take/index', { jobId: mine.jobId })}
          />
        )}
        <Row
          icon="doc"
          title={
            <>
              {mine.jobTitle}
              <Demo when={mine.demo} />
            </>
          }
          words={`${mine.employerName}，到手约 ${yuan(mine.takeHomeFen)} 元`}
          onTap={() => go('/areas/jobs/detail/index', { jobId: mine.jobId })}
        />
      </Card>
      {mine.isUnverified && <Banner kind="wait" title="这家单位在等人社局核验" words="核验好以前不收新的人。叫您去，先问清楚；您也可以收回" />}
      {mine.isPaused && <Banner kind="wait" title="这家单位被人社局停了" words="现在看不到您的资料，也不会答复；恢复了接着办，您也可以收回" />}
      {isStanding && (
        <Card>
          <Heading aside={`${monthDay(mine.appliedAt)} 投的`}>这家看得到的</Heading>
          <Pairs
            items={[
              ['姓名', mine.sent.name],
              ['电话', spacedPhone(mine.sent.phone)],
              ['失效', `${monthDay(mine.endsAt)}，到时自动看不到`],
            ]}
          />
          <WithdrawPart mine={mine} whose={whose} />
        </Card>
      )}
    </Page>
  );
}

/** One application: how far, what next, what they see, and taking it back. */
export default function MyApplication() {
  const { jobId = '', forWorkerId } = useParams('/areas/applications/detail/index');
  const whose = { jobId, ...(forWorkerId && { forWorkerId }) };
  const mine = useCall('applications.get', whose, { when: jobId !== '' });
  if (mine.data) return <Whole mine={mine.data} whose={whose} />;
  const isGone = jobId === '' || mine.problem?.code === 'application_missing';
  return (
    <Page title="投的岗位">
      {isGone ? <Empty title="没有投过这个岗位" action={<Button onTap={() => go('/tabs/jobs/index')}>看岗位</Button>} /> : <NotYet of={mine} />}
    </Page>
  );
}
