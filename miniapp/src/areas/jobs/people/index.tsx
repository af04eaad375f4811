import { yuan } from '@shanhai/shared/rules/fen.ts';
import { View } from '@tarojs/components';
import { useSession } from '../../../api/session-store.ts';
import { useCall } from '../../../api/use-call.ts';
import { go, useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { placeWords } from '../../../ui/place-words.ts';
import { RecruiterOnly } from '../../../ui/recruiter-only.tsx';
import { PeoplePages } from './people-pages.tsx';
import './index.scss';

function People({ jobId, isOfficer }: { jobId: string; isOfficer: boolean }) {
  const job = useCall('jobs.get', { jobId }, { when: jobId !== '' });
  const mine = (): void => go('/areas/jobs/mine/index');
  return (
    <Page title="看谁合适" wide>
      {job.data && (
        <View>
          <View className="h2">{job.data.title}</View>
          <View className="t2">
            到手约 {yuan(job.data.takeHomeFen)} 元，{placeWords(job.data.workRegion)}
          </View>
        </View>
      )}
      <View className="t2">
        都是自己打开“单位可以找我”的人，没有全名和电话。{isOfficer ? '推荐要写理由，本人和单位都看得到。' : '问一声，愿意的人自己来投。'}谁看过，本人都知道。
      </View>
      {jobId ? <PeoplePages jobId={jobId} isOfficer={isOfficer} /> : <Empty title="没找到这个岗位" action={<Button onTap={mine}>看岗位</Button>} />}
    </Page>
  );
}

/** 看谁合适: people who let employers ask, those who fit best first. 〔个人信息保护法 §24〕 */
export default function FittingPeople() {
  const { jobId = '' } = useParams('/areas/jobs/people/index');
  const isOfficer = useSession()?.acting.role === 'officer';
  if (isOfficer) return <People jobId={jobId} isOfficer />;
  return <RecruiterOnly title="看谁合适">{() => <People jobId={jobId} isOfficer={false} />}</RecruiterOnly>;
}
