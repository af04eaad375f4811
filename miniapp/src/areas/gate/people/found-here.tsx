import { chinaTime } from '@shanhai/shared/rules/china-day.ts';
import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import { Banner } from '../../../ui/banner.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Card } from '../../../ui/row.tsx';
import { showToast } from '../../../ui/toast-store.ts';
import { seenHere, snapshotHere } from '../snapshot.ts';
import { UndoButton } from '../undo-button.tsx';

/** Without network: by number only, because no names are kept on this device. */
export function FoundHere({ fairId, q }: { fairId: string; q: string }) {
  const number = /^\d{1,4}$/.test(q) ? Number(q) : undefined;
  const found = [...seenHere(fairId), ...(snapshotHere(fairId)?.taken ?? [])].find((one) => number !== undefined && one.number === number);
  return (
    <>
      <Banner kind="offline" title="没网，只能按号码查" words="名字不存在本机，有网再查" />
      {found && number !== undefined ? (
        <Card flush>
          <View className="li is-still fw people-row">
            <View className="people-number">{spokenNumber(number)}</View>
            <View className="grow">
              <View className="li-title">进过场</View>
              <View className="li-words">
                {chinaTime(found.at)} {found.gate}进场
              </View>
            </View>
            <UndoButton fairId={fairId} number={number} onUndone={() => showToast('撤了，这次不算进场')} />
          </View>
        </Card>
      ) : (
        <Empty title="本机没有这个号" words={number === undefined ? '没网时只认四位号码' : '别的门刚进的，有网才看得到'} />
      )}
    </>
  );
}
