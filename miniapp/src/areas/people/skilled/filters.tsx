import { type Trade, trades, tradeWords } from '@shanhai/shared/rules/trades.ts';
import { View } from '@tarojs/components';
import { FilterChip } from '../../../ui/chip.tsx';
import { Card } from '../../../ui/row.tsx';

interface FiltersProps {
  trade: Trade | undefined;
  onTrade: (trade: Trade | undefined) => void;
  isCertified: boolean;
  onCertified: (isCertified: boolean) => void;
  goesTo: string | undefined;
  onGoesTo: (region: string | undefined) => void;
}

const shanghai = '310000';

export function Filters({ trade, onTrade, isCertified, onCertified, goesTo, onGoesTo }: FiltersProps) {
  return (
    <Card>
      <View className="chips">
        <FilterChip isOn={isCertified} icon="cap" onTap={() => onCertified(!isCertified)}>
          有证书
        </FilterChip>
        <FilterChip isOn={goesTo === shanghai} icon="train" onTap={() => onGoesTo(goesTo ? undefined : shanghai)}>
          愿去上海
        </FilterChip>
      </View>
      <View className="chips">
        <FilterChip role="radio" isOn={!trade} onTap={() => onTrade(undefined)}>
          全部工种
        </FilterChip>
        {trades.map((one) => (
          <FilterChip key={one} role="radio" isOn={trade === one} onTap={() => onTrade(one)}>
            {tradeWords[one]}
          </FilterChip>
        ))}
      </View>
    </Card>
  );
}
