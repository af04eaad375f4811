import { chinaTime } from '@shanhai/shared/rules/china-day.ts';
import { View } from '@tarojs/components';
import { LinkCard } from '../../../at-work/link-card.tsx';
import { go } from '../../../nav.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Tap } from '../../../ui/tap.tsx';
import type { GateKeeping } from '../use-gate-keeping.ts';

function titleOf({ isDown, takenAt, hub }: GateKeeping): string {
  if (!isDown) return '有网';
  if (hub === 'up') return '现场主机';
  return takenAt ? '没网，照常用' : '没网，名单不在本机';
}

function queueWords({ waiting, isDown, takenAt, hub }: GateKeeping): string {
  const [first] = waiting;
  if (isDown && hub === 'up') return first ? `没网，主机和本机都记着，待传 ${waiting.length} 条` : '没网，先问主机，别的门进过的也知道';
  if (!first && isDown) return takenAt ? '扫的、登记的先记在本机' : '有网时打开一次，没网就能用';
  if (!first) return '都传上去了';
  return `待传 ${waiting.length} 条，最早 ${chinaTime(first.happenedAt)}`;
}

function listWords({ takenAt, problem }: GateKeeping): string {
  if (problem?.code === 'storage') return '手机存满了，名单没存下，没网时扫不了';
  return takenAt ? `名单 ${chinaTime(takenAt)} 版` : '名单还没存到本机';
}

/** One plain word on the network, what waits, and the operator's own switch. */
export function GateLink({ fairId, keeping }: { fairId: string; keeping: GateKeeping }) {
  const { isDown, isForced, refused } = keeping;
  return (
    <LinkCard isDown={isDown} isForced={isForced} title={titleOf(keeping)} queue={queueWords(keeping)} list={listWords(keeping)}>
      {refused.length > 0 && (
        <Tap className="door-refused" onTap={() => go('/areas/gate/refusals/index', { fairId })}>
          <View className="grow stop-t">本机有 {refused.length} 条没传成</View>
          <Icon name="chev" size={20} />
        </Tap>
      )}
    </LinkCard>
  );
}
