import type { Output } from '@shanhai/shared/contract/contract.ts';
import { employerKindWords, hotline } from '@shanhai/shared/rules/employers.ts';
import { yuan } from '@shanhai/shared/rules/fen.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useCall } from '../../../api/use-call.ts';
import { go, useParams } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { placeWords } from '../../../ui/place-words.ts';
import { Card, Demo, Heading, Pairs, Row } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import './index.scss';

type EmployerPage = Output<'employers.public'>;

const untilWords = (day: string): string => (day === 'long_term' ? '长期' : `到 ${day}`);

/** `2 小时` rather than `120 分钟`. */
function lengthWords(minutes: number): string {
  if (minutes < 60) return `${minutes} 分钟内`;
  return minutes < 1440 ? `${Math.round(minutes / 60)} 小时内` : `${Math.round(minutes / 1440)} 天内`;
}

function Figure({ what, value, words }: { what: string; value: string; words: string }) {
  return (
    <View className="emp-figure">
      <View className="small t2">{what}</View>
      <View className="h2">{value}</View>
      <View className="small t2">{words}</View>
    </View>
  );
}

/** How they answer, and how many stayed; what is too little to say is said so. */
function Record({ page: { promiseDays, replyRate, medianMinutes, placedFor90Days } }: { page: EmployerPage }) {
  return (
    <View className="stack">
      <Heading>说话算不算数</Heading>
      <Card>
        <View className="emp-figures">
          <Figure what="按时回音" value={replyRate === undefined ? '还不多' : `${replyRate}%`} words={`答应 ${promiseDays} 天内回`} />
          {medianMinutes !== undefined && <Figure what="一般多久回" value={lengthWords(medianMinutes)} words="一半的人" />}
          {placedFor90Days !== undefined && <Figure what="干满 90 天的" value={`${placedFor90Days} 人`} words="从这里去的" />}
        </View>
      </Card>
    </View>
  );
}

/** 〔令44号 §13；人力资源市场暂行条例 §32〕 */
function Licences({ employer }: Pick<EmployerPage, 'employer'>) {
  const { serviceLicenceNo, serviceLicenceUntilOn } = employer;
  return (
    <Card>
      <Heading>执照和许可</Heading>
      <Pairs
        items={[
          ['全名', employer.name],
          ['类别', employerKindWords[employer.kind]],
          ...(employer.clientName ? [['替谁招', employer.clientName] as const] : []),
          ['信用代码', employer.creditCode],
          ['营业执照', untilWords(employer.licenceUntilOn)],
          ...(serviceLicenceNo ? [['许可证', `${serviceLicenceNo}${serviceLicenceUntilOn ? `，${untilWords(serviceLicenceUntilOn)}` : ''}`] as const] : []),
          ['行业', employer.industry],
          ['地址', `${regionName(employer.regionCode)} ${employer.address}`],
        ]}
      />
    </Card>
  );
}

function Openings({ openings }: Pick<EmployerPage, 'openings'>) {
  return (
    <View className="stack">
      <Heading aside={`${openings.length} 个`}>在招的岗位</Heading>
      {openings.length === 0 ? (
        <Empty title="现在没有在招的" action={<Button onTap={() => go('/tabs/jobs/index')}>看别家的岗位</Button>} />
      ) : (
        <Card flush>
          {openings.map((job) => (
            <Row
              key={job.jobId}
              icon="doc"
              title={job.title}
              words={`到手约 ${yuan(job.takeHomeFen)} 元，${placeWords(job.workRegion)}${job.hasDorm ? '，包住' : ''}，还要 ${job.remaining} 人`}
              onTap={() => go('/areas/jobs/detail/index', { jobId: job.jobId })}
            />
          ))}
        </Card>
      )}
    </View>
  );
}

function Whole({ page }: { page: EmployerPage }) {
  const { employer } = page;
  return (
    <>
      <Card>
        <View className="h2">
          {employer.shortName}
          <Demo when={employer.demo} />
        </View>
        <Banner
          kind={employer.isVerified ? 'done' : 'failed'}
          title={employer.isVerified ? '人社局核验过' : employer.status === 'suspended' ? '被人社局停了，先别去' : '核验到期了，先别去'}
          words={`${employer.verifiedBy ?? ''} ${employer.verifiedOn ?? ''}`}
        />
      </Card>
      <Record page={page} />
      <Openings openings={page.openings} />
      <Licences employer={employer} />
      <Card flush>
        <Row
          icon="phone"
          title={`有事打 ${hotline}`}
          words="人社热线：收押金、扣证件、拖欠工资"
          onTap={() => void Taro.makePhoneCall({ phoneNumber: hotline }).catch(() => undefined)}
        />
        <Row icon="warn" tone="grey" title="举报" words="打开岗位，在最下面点“举报这个岗位”；单位不知道是谁" />
      </Card>
    </>
  );
}

/** What anybody may know of an employer: who checked it, how it answers, what it offers, where to complain. */
export default function PublicEmployer() {
  const { employerId = '' } = useParams('/areas/employers/public/index');
  const page = useCall('employers.public', { employerId }, { when: employerId !== '', keep: true });
  const isGone = employerId === '' || page.problem?.code === 'not_found' || page.problem?.code === 'invalid_input';
  return (
    <Page title="这家单位">
      {page.isLoading && <Skeleton />}
      {page.data && <Whole page={page.data} />}
      {!page.data && isGone && (
        <Empty title="这家还没核验" words="核验过才看得到" action={<Button onTap={() => go('/tabs/jobs/index')}>看别家的岗位</Button>} />
      )}
      {!page.data && page.problem && !isGone && <ErrorView problem={page.problem} onRetry={() => void page.reload()} />}
    </Page>
  );
}
