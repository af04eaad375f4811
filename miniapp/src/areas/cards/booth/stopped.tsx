import { hotline, stoppedWords } from '@shanhai/shared/rules/employers.ts';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { BoothPlace } from '../../../api/booth-queue.ts';
import type { Refusal } from '../../../api/refusal.ts';
import { useCall } from '../../../api/use-call.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { keptBooth } from './booth-here.ts';

/** Its employer was stopped: as the list said that was loaded last, or as the server just refused. */
export const isStopped = (place: BoothPlace, ...problems: readonly (Refusal | undefined)[]): boolean =>
  keptBooth(place)?.withheld === true || problems.some((problem) => problem?.code === 'employer_suspended');

/** Said before anything else: what happened, why, what becomes of what was done here, and whom to ask. 〔令50号：停止服务〕 */
export function Stopped({ employerId }: { employerId: string }) {
  const { data } = useCall('employers.get', { employerId }, { keep: true });
  const why = data?.suspended ? stoppedWords(data.suspended) : `到“单位资料”看为什么，或打 ${hotline} 问人社局；什么都没删`;
  return (
    <View className="stack tight">
      <Banner kind="failed" title="单位被人社局停了，先别见人了" words={`${why}。停以前记下的算数，恢复了接着见`} />
      <Button kind="line" wide icon="phone" onTap={() => void Taro.makePhoneCall({ phoneNumber: hotline }).catch(() => undefined)}>
        打 {hotline} 问人社局
      </Button>
    </View>
  );
}
