import { stageWords } from '@shanhai/shared/rules/applications.ts';
import { yuan } from '@shanhai/shared/rules/fen.ts';
import { View } from '@tarojs/components';
import { go } from '../../nav.ts';
import { Chip } from '../../ui/chip.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Demo } from '../../ui/row.tsx';
import { Tap } from '../../ui/tap.tsx';
import { type Mine, nextWords, stageIcons, stageTones } from './words.ts';

/** One application in the list: what, whose, how far, what next. */
export function MineCard({ mine, forWorkerId }: { mine: Mine; forWorkerId: string | undefined }) {
  return (
    <Tap className="card stack" onTap={() => go('/areas/applications/detail/index', { jobId: mine.jobId, forWorkerId })}>
      <View className="row top">
        <View className="grow">
          <View className="h3">{mine.jobTitle}</View>
          <View className="small t2">
            {mine.employerName}，到手约 {yuan(mine.takeHomeFen)} 元
            <Demo when={mine.demo} />
          </View>
        </View>
        <Chip tone={stageTones[mine.stage]} icon={stageIcons[mine.stage]}>
          {stageWords[mine.stage]}
        </Chip>
      </View>
      <View className="row">
        <View className="grow small">{mine.isPaused ? '这家单位被人社局停了，先等一等' : nextWords(mine, new Date().toISOString())}</View>
        <Icon name="chev" size={20} className="li-chev" />
      </View>
    </Tap>
  );
}
