import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaDay, chinaTime, daysBetween, monthDay } from '@shanhai/shared/rules/china-day.ts';
import {
  type EmployerCheck,
  employerChecks,
  employerKindWords,
  isVerifiedOn,
  remindDays,
  type SendBackReason,
  sendBackWords,
  stoppedWords,
  verificationEndsOn,
} from '@shanhai/shared/rules/employers.ts';
import { filePurposeWords } from '@shanhai/shared/rules/files.ts';
import { spacedPhone } from '@shanhai/shared/rules/phone.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { View } from '@tarojs/components';
import { useCall } from '../../../api/use-call.ts';
import { go } from '../../../nav.ts';
import { Banner, type BannerKind } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { ErrorView } from '../../../ui/empty.tsx';
import { Lamp } from '../../../ui/figures.tsx';
import { Page } from '../../../ui/page.tsx';
import { PhotoView } from '../../../ui/photo-view.tsx';
import { type Hiring, RecruiterOnly } from '../../../ui/recruiter-only.tsx';
import { Card, Demo, Heading, Pairs, Row } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { type Step, Steps } from '../../../ui/steps.tsx';
import './index.scss';

type Employer = Output<'employers.get'>;

/** What to do about each reason an officer sends an employer back for. */
const toDo: Record<SendBackReason, string> = {
  address_differs: '照执照改住所；搬了家先换执照',
  licence_unclear: '对着执照，把全名、代码、住所再填一遍',
  licence_expired: '换了新照、新证，再填新的日期',
  code_wrong: '对着执照，把 18 位代码重抄一遍',
  post_incomplete: '到“岗位”把简章缺的补上',
  agent_unproven: '请单位开委托书，盖章，填到哪天',
  papers_missing: '照着清单，把缺的照片补上',
  picture_unfit: '照片里有不合适的内容，换一张再送',
  words_unfit: '把名称、简称、地址、行业里不合适的字改掉',
};

const today = (): string => chinaDay(new Date().toISOString());
const onDay = (day: string): string => (day === 'long_term' ? '长期' : `到 ${day}`);

interface Stand {
  kind: BannerKind;
  title: string;
  words: string;
}

const suspendedWords = ({ suspended }: Employer): string => (suspended ? stoppedWords(suspended) : '什么都没删');

function standOf(employer: Employer): Stand {
  const { status, submittedAt, verifiedOn, verifiedBy } = employer;
  const sent = `${monthDay(submittedAt)} ${chinaTime(submittedAt)}`;
  if (status === 'waiting') return { kind: 'wait', title: '等核验', words: `${sent} 送出，由${regionName(employer.regionCode)}人社局看。岗位可以先写好` };
  if (status === 'suspended') return { kind: 'failed', title: '停用了，岗位先收着', words: suspendedWords(employer) };
  if (status === 'sent_back') return { kind: 'failed', title: '退回了，改好再送', words: '照下面一条一条改' };
  if (isVerifiedOn(employer, today())) {
    const endsOn = verificationEndsOn({ ...employer, verifiedOn: verifiedOn ?? today() });
    const left = daysBetween(today(), endsOn);
    if (left <= remindDays)
      return { kind: 'wait', title: `核验快到期，还有 ${left} 天`, words: `${endsOn} 到期。换了证照就改资料；没换，请${verifiedBy ?? '人社局'}再核一次` };
    return { kind: 'done', title: '已核验，能发岗位', words: `${verifiedBy ?? ''} ${verifiedOn ?? ''} 核验，${endsOn} 前要再核一次` };
  }
  return { kind: 'failed', title: '核验到期了', words: '看一遍资料，再送一次核验。岗位现在先收着' };
}

function SentBack({ employer }: { employer: Employer }) {
  const { sendBackReasons = [], sendBackNote } = employer;
  return (
    <Card flush>
      {sendBackReasons.map((reason) => (
        <Row key={reason} icon="warn" tone="stop" title={sendBackWords[reason]} words={toDo[reason]} />
      ))}
      {sendBackNote && <Row icon="chat" tone="grey" title="核验的人写" words={sendBackNote} />}
    </Card>
  );
}

/** What the officer looks at, and how it stands today. */
function Checks({ checks }: { checks: readonly EmployerCheck[] }) {
  return (
    <View className="stack">
      <Heading aside={`${checks.length} 项里 ${checks.filter((c) => c.ok).length} 项对`}>核验看什么</Heading>
      <Card>
        {checks.map((check) => (
          <View key={check.key} className="row ends fw">
            <View className="t2">{check.label}</View>
            <Lamp state={check.ok ? 'ok' : 'wait'}>{check.words}</Lamp>
          </View>
        ))}
      </Card>
    </View>
  );
}

function roadOf(employer: Employer, isVerified: boolean): Step[] {
  return [
    { title: '资料送出', words: monthDay(employer.submittedAt), state: 'done' },
    { title: '人社局核验', words: isVerified ? (employer.verifiedBy ?? '') : '对执照、代码、委托书', state: isVerified ? 'done' : 'now' },
    { title: '发岗位，进招聘会', words: isVerified ? '现在就能' : '岗位可以先写好存着', state: isVerified ? 'now' : 'ahead' },
  ];
}

function Facts({ employer }: { employer: Employer }) {
  const { kind, creditCode, industry, regionCode, address, licenceAddress, licenceUntilOn, agentName, agentPhone, authorisedUntilOn } = employer;
  const licence = employer.serviceLicenceNo ? ([['许可证', `${employer.serviceLicenceNo}，${onDay(employer.serviceLicenceUntilOn ?? '')}`]] as const) : [];
  return (
    <Card>
      <View className="h3">
        {employer.name}
        <Demo when={employer.demo && !employer.name.includes('演示')} />
      </View>
      <Pairs
        items={[
          ['简称', employer.shortName],
          ['类别', employerKindWords[kind]],
          ...(employer.clientName ? ([['替谁招', employer.clientName]] as const) : []),
          [
            '代码',
            <View key="code" className="mine-code">
              {creditCode}
            </View>,
          ],
          ['行业', industry],
          ['地址', `${regionName(regionCode)} ${address}`],
          ['执照', `${licenceAddress}，${onDay(licenceUntilOn)}`],
          ...licence,
          ['经办人', `${agentName} ${spacedPhone(agentPhone)}`],
          ['委托书', onDay(authorisedUntilOn)],
        ]}
      />
    </Card>
  );
}

/** The photographs on file, small. */
function Photographs({ employer: { papers = [] } }: { employer: Employer }) {
  if (!papers.length) return null;
  return (
    <View className="stack">
      <Heading aside={`${papers.length} 张`}>照片</Heading>
      <Card>
        <View className="mine-photos">
          {papers.map(({ fileId, purpose }) => (
            <View key={fileId} className="stack tight">
              <PhotoView fileId={fileId} label={filePurposeWords[purpose]} />
              <View className="small t2">{filePurposeWords[purpose]}</View>
            </View>
          ))}
        </View>
      </Card>
    </View>
  );
}

function Whole({ employer }: { employer: Employer }) {
  const isVerified = isVerifiedOn(employer, today());
  const isBack = employer.status === 'sent_back';
  const isSuspended = employer.status === 'suspended';
  const change = (): void => go('/areas/employers/form/index', { employerId: employer.employerId });
  return (
    <>
      <Banner {...standOf(employer)} />
      {isBack && <SentBack employer={employer} />}
      {isBack && (
        <Button kind="act" wide icon="edit" onTap={change}>
          去改
        </Button>
      )}
      {!isBack && !isSuspended && (
        <Card>
          <Steps items={roadOf(employer, isVerified)} />
        </Card>
      )}
      <Facts employer={employer} />
      <Checks checks={employerChecks(employer, today())} />
      <Photographs employer={employer} />
      <Card flush>
        <Row icon="people" tone="grey" title="同事" words="谁能替这家单位招人" onTap={() => go('/areas/employers/colleagues/index')} />
        {!isSuspended && <Row icon="edit" tone="grey" title="改资料" words={isVerified ? '改了要重新核验' : '改好再送'} onTap={change} />}
        <Row icon="plus" tone="grey" title="再登记一家" words="一个人可以给几家招" onTap={() => go('/areas/employers/form/index')} />
      </Card>
    </>
  );
}

function Mine({ hiring }: { hiring: Hiring }) {
  const employer = useCall('employers.get', { employerId: hiring.employerId });
  return (
    <Page title="单位资料">
      {employer.isLoading && <Skeleton />}
      {!employer.data && employer.problem && <ErrorView problem={employer.problem} onRetry={() => void employer.reload()} />}
      {employer.data && <Whole employer={employer.data} />}
    </Page>
  );
}

/** 单位资料: how far the check is, what the officer said, what is on file. */
export default function MyEmployer() {
  return <RecruiterOnly title="单位资料">{(hiring) => <Mine key={hiring.employerId} hiring={hiring} />}</RecruiterOnly>;
}
