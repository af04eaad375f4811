import { View } from '@tarojs/components';
import { go } from '../../../nav.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Card } from '../../../ui/row.tsx';
import { Tap } from '../../../ui/tap.tsx';
import { type RankedBooth, rowsOf } from '../ranking.ts';

const lookOf = ({ suits, hasCard }: RankedBooth): string => (hasCard ? 'is-left' : suits ? 'is-suiting' : '');
const spokenOf = ({ booth, suits, hasCard }: RankedBooth): string =>
  `${booth.label}，${booth.employerShortName}${suits ? '，适合您' : ''}${hasCard ? '，留过名片' : ''}`;

function Place({ ranked }: { ranked: RankedBooth }) {
  const { booth, hasCard } = ranked;
  return (
    <Tap
      className={`plan-place ${lookOf(ranked)}`}
      label={spokenOf(ranked)}
      onTap={() => go('/areas/fairs/booth/index', { fairId: booth.fairId, boothNo: booth.boothNo })}
    >
      {hasCard ? <Icon name="check" size={20} /> : booth.label.replace(/^\D+0*/, '')}
    </Tap>
  );
}

/** The hall from above: one row per letter, as the labels hang. */
export function BoothPlan({ ranked }: { ranked: readonly RankedBooth[] }) {
  return (
    <Card>
      {rowsOf(ranked).map(({ letter, booths }) => (
        <View key={letter} className="plan-row">
          <View className="plan-letter">{letter} 排</View>
          <View className="plan-places">
            {booths.map((one) => (
              <Place key={one.booth.boothNo} ranked={one} />
            ))}
          </View>
        </View>
      ))}
      <View className="plan-legend">
        <View className="row">
          <View className="plan-key is-suiting" />
          适合
        </View>
        <View className="row">
          <View className="plan-key is-left">
            <Icon name="check" size={16} />
          </View>
          留过名片
        </View>
      </View>
    </Card>
  );
}
