import type { Output } from '@shanhai/shared/contract/contract.ts';
import { spacedPhone } from '@shanhai/shared/rules/phone.ts';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { call } from '../../../api/call.ts';
import { useSession } from '../../../api/session-store.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { goBack, useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Pairs } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';

type Silent = Output<'applications.silent'>;

function Whom({ silent, employerId }: { silent: Silent; employerId: string }) {
  const urge = useAction(() => call('applications.urge', { employerId }), { done: '办好了，这家也收到提醒' });
  const finish = async (): Promise<void> => {
    if (await urge.run()) goBack('officer');
  };
  return (
    <>
      <Card>
        <View className="h2">{silent.employerName}</View>
        <View className={`lead ${silent.overdue > 0 ? 'stop-t' : 'ok-t'}`}>
          {silent.overdue > 0 ? `还有 ${silent.overdue} 位过了日子没等到回音` : '过期的都回了'}
        </View>
        <Pairs
          items={[
            ['自己说的', `${silent.promiseDays} 天内回`],
            ['按时回音', silent.replyRate === undefined ? '还不到 5 次，先不算' : `${silent.replyRate}%`],
            ['经办人', silent.agentName],
            ['电话', spacedPhone(silent.agentPhone)],
          ]}
        />
        <Button kind="line" wide icon="phone" onTap={() => void Taro.makePhoneCall({ phoneNumber: silent.agentPhone }).catch(() => undefined)}>
          打电话问
        </Button>
      </Card>
      <Button kind="main" icon="check" busy={urge.busy} onTap={() => void finish()}>
        问过了，办完
      </Button>
      <View className="small t2 center">以后再有人过期没等到，会再排进来</View>
    </>
  );
}

/** The officer asks an employer that kept silent. Who waits is not told: only how many. */
export default function SilentEmployer() {
  const { employerId = '' } = useParams('/areas/applications/silent/index');
  const isOfficer = useSession()?.acting.role === 'officer';
  const silent = useCall('applications.silent', { employerId }, { when: isOfficer && employerId !== '' });
  return (
    <Page title="过期没回音">
      {!isOfficer && <Empty title="这件事由人社干部办" words="先换成人社干部的身份" />}
      {silent.isLoading && <Skeleton count={2} />}
      {!silent.data && silent.problem && <ErrorView problem={silent.problem} onRetry={() => void silent.reload()} />}
      {silent.data && <Whom silent={silent.data} employerId={employerId} />}
    </Page>
  );
}
