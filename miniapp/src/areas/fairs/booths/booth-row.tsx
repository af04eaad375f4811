import { yuan } from '@shanhai/shared/rules/fen.ts';
import { View } from '@tarojs/components';
import { go } from '../../../nav.ts';
import { Icon } from '../../../ui/icon.tsx';
import { placeWords } from '../../../ui/place-words.ts';
import { Demo } from '../../../ui/row.tsx';
import { Tap } from '../../../ui/tap.tsx';
import type { RankedBooth } from '../ranking.ts';

function leftWords({ booth, openings: [best] }: RankedBooth): string {
  if (booth.isWaiting) return '等核验';
  return best && best.opening.remaining > 0 ? `还要 ${best.opening.remaining} 人` : '招满了';
}

/** One booth: what hangs above it, its best opening, and why it fits. */
export function BoothRow({ ranked }: { ranked: RankedBooth }) {
  const { booth, openings, suits, hasCard } = ranked;
  const [best] = openings;
  const why = best?.suits ? best.reasons.join('，') : '';
  return (
    <Tap className="booth-row" onTap={() => go('/areas/fairs/booth/index', { fairId: booth.fairId, boothNo: booth.boothNo })}>
      <View className={`booth-tag ${suits ? '' : 'is-plain'}`}>{booth.label}</View>
      <View className="grow">
        <View className="offer-line is-title">
          <View>{best?.opening.title ?? '岗位还没挂'}</View>
          {best && <View className="nw">{yuan(best.opening.takeHomeFen)} 元</View>}
        </View>
        <View className="offer-line">
          <View>
            {booth.employerShortName}
            <Demo when={booth.demo} />
          </View>
          {best && <View className="nw">{leftWords(ranked)}</View>}
        </View>
        {best && (
          <View className="offer-line">
            <View>{placeWords(best.opening.workRegion)}</View>
            {openings.length > 1 && <View className="nw">另有 {openings.length - 1} 种</View>}
          </View>
        )}
        {why && (
          <View className="booth-why">
            <Icon name="okc" size={18} />
            <View className="grow">{why}</View>
          </View>
        )}
        {hasCard && (
          <View className="booth-why">
            <Icon name="check" size={18} />
            <View className="grow">留过名片</View>
          </View>
        )}
      </View>
    </Tap>
  );
}
