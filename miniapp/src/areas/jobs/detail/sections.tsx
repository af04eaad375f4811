import type { Output } from '@shanhai/shared/contract/contract.ts';
import { yuan } from '@shanhai/shared/rules/fen.ts';
import { payDayWords } from '@shanhai/shared/rules/job-terms.ts';
import { hirerWords } from '@shanhai/shared/rules/jobs.ts';
import { essentialWords } from '@shanhai/shared/rules/post-essential.ts';
import { reckon, usualCosts } from '@shanhai/shared/rules/take-home.ts';
import { Text, View } from '@tarojs/components';
import { go } from '../../../nav.ts';
import { BedAndBoard } from '../../../ui/bed-and-board.tsx';
import { Button } from '../../../ui/button.tsx';
import { Chip, Chips } from '../../../ui/chip.tsx';
import { today } from '../../../ui/clock.ts';
import { Sum } from '../../../ui/figures.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { ListenButton } from '../../../ui/listen-button.tsx';
import { mealsShown } from '../../../ui/meal-words.ts';
import { placeWords } from '../../../ui/place-words.ts';
import { Card, Demo, Heading, Tile } from '../../../ui/row.tsx';
import { Verified } from '../../../ui/verified.tsx';
import { payLines } from '../pay-lines.ts';
import { livingFacts, termFacts, workFacts, workPlace } from './facts.ts';

type Job = Output<'jobs.get'>;

const spokenJob = (job: Job): string =>
  [
    `${job.title}，${hirerWords(job.employer.shortName, job.onBehalfOf?.unitName)}`,
    `到手约每月 ${yuan(job.takeHomeFen)} 元，基本工资 ${yuan(job.baseWageFen)} 元`,
    `在${workPlace(job)}`,
    job.hasDorm ? '包住' : '不包住',
    mealsShown(job.meals, job.taste),
    `做什么：${job.duties}`,
    `条件：${job.requirements}`,
    `招 ${job.headcount} 人`,
  ]
    .filter(Boolean)
    .join('。');

/** What, how much is left of it, where, bed and board: all above the fold. */
export function JobHead({ job }: { job: Job }) {
  return (
    <View className="job-head">
      <View className="row top ends">
        <View className="h2 grow">{job.title}</View>
        <ListenButton words={spokenJob(job)} />
      </View>
      <View className="job-pay">
        <View>到手约</View>
        <View className="figure">{yuan(job.takeHomeFen)}</View>
        <View>元 / 月</View>
      </View>
      <Chips>
        <Chip tone="act" icon="pin">
          {placeWords(job.workRegion)}
        </Chip>
        <BedAndBoard job={job} />
      </Chips>
    </View>
  );
}

/** For whom an agency or a broker hires; an employer that is verified here itself is one tap away. 〔人力资源市场暂行条例 §24〕 */
function ClientLines({ job: { employer, onBehalfOf, client } }: { job: Job }) {
  if (!onBehalfOf) return null;
  return (
    <View className="stack tight">
      <View>
        由{employer.shortName}代招，用人单位：
        <Text className="b">{onBehalfOf.unitName}</Text>
      </View>
      <View className="small t2">
        信用代码 {onBehalfOf.creditCode}，委托到 {onBehalfOf.authorisedUntilOn}
      </View>
      {client ? (
        <>
          <Verified by={client.verifiedBy} on={client.verifiedOn} />
          <Button kind="line" wide iconAfter="chev" onTap={() => go('/areas/employers/public/index', { employerId: client.employerId })}>
            看看用人单位
          </Button>
        </>
      ) : (
        <View className="small t2">用人单位自己没在这里核验过</View>
      )}
    </View>
  );
}

/** Who hires, and who looked at their papers. 〔人力资源市场暂行条例 §24：单位基本情况〕 */
export function EmployerCard({ job }: { job: Job }) {
  const { employer } = job;
  return (
    <Card>
      <ClientLines job={job} />
      <View className="row top">
        <Tile icon="building" />
        <View className="grow">
          <View className="lead b">
            {employer.shortName}
            <Demo when={employer.demo} />
          </View>
          <Verified by={employer.verifiedBy} on={employer.verifiedOn} />
        </View>
      </View>
      <View className="small t2">
        <View>{employer.name}</View>
        <View>
          {employer.industry}，{employer.address}
        </View>
        <View>信用代码 {employer.creditCode}</View>
        {employer.serviceLicenceNo && <View>人力资源服务许可证 {employer.serviceLicenceNo}</View>}
      </View>
      <Button kind="line" wide iconAfter="chev" onTap={() => go('/areas/employers/public/index', { employerId: employer.employerId })}>
        看看这家
      </Button>
    </Card>
  );
}

/** What is left at the end of the month, line by line. */
export function PayCard({ job }: { job: Job }) {
  return (
    <Card>
      <Heading aside="按一个月算">到手算账</Heading>
      <Sum lines={payLines(job)} total={['到手约', `${yuan(job.takeHomeFen)} 元`]} />
      <View className="job-need">
        <Icon name="wallet" />
        <View className="grow">
          <View className="b">
            头一个月带约 {yuan(Math.round(reckon(job, { ...usualCosts, startOn: job.startOn ?? today() }).needFen / 10_000) * 10_000)} 元。
            {payDayWords(job.payRhythm, job.payDay)}
          </View>
          收押金、扣身份证都不行。实发看合同和出勤。
        </View>
      </View>
      <Button kind="line" icon="wallet" onTap={() => go('/areas/jobs/reckon/index', { jobId: job.jobId })}>
        算第一个月，比一比
      </Button>
    </Card>
  );
}

function Small({ what, value }: { what: string; value: string }) {
  return (
    <View className="job-small">
      <View className="small t2">{what}</View>
      <View className="b">{value}</View>
    </View>
  );
}

function Facts({ facts }: { facts: readonly (readonly [what: string, value: string])[] }) {
  return (
    <View className="job-facts">
      {facts.map(([what, value]) => (
        <Small key={what} what={what} value={value} />
      ))}
    </View>
  );
}

/** Why the work asks what others may not ask, as the employer states it. 〔人社部、网信办2024年8月29日通知〕 */
function Needed({ essentials }: Pick<Job, 'essentials'>) {
  return essentials.map(({ key, why }) => (
    <View key={key} className="job-small">
      <View className="small t2">为什么要{essentialWords[key]}</View>
      <View>{why}</View>
    </View>
  ));
}

/** The rest of what the law has every post say. 〔人力资源市场暂行条例 §24〕 */
export function WorkCard({ job }: { job: Job }) {
  return (
    <>
      <Card>
        <Heading>做什么活</Heading>
        <View>{job.duties}</View>
        <Facts facts={workFacts(job)} />
        <Heading>要什么条件</Heading>
        <View>{job.requirements}</View>
        <Needed essentials={job.essentials} />
      </Card>
      <Card>
        <Heading>住和吃</Heading>
        <Facts facts={livingFacts(job)} />
      </Card>
      <Card>
        <Heading>合同和保障</Heading>
        <Facts facts={termFacts(job)} />
      </Card>
    </>
  );
}
