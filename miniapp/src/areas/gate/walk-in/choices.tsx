import { elsewhere } from '@shanhai/shared/rules/regions.ts';
import { type Trade, trades, tradeWords } from '@shanhai/shared/rules/trades.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { FilterChip } from '../../../ui/chip.tsx';
import { FieldFrame } from '../../../ui/field.tsx';
import type { IconName } from '../../../ui/icon-names.ts';

const mostTrades = 5;
const shownTowns = 5;
/** What people at a county fair ask for most stands first. */
const firstTrades: readonly Trade[] = ['guard', 'carpenter', 'electrician', 'general'];
const icons: Partial<Record<Trade, IconName>> = {
  guard: 'guard',
  carpenter: 'saw',
  electrician: 'bolt',
  welder: 'spark',
  cook: 'wok',
  care: 'care',
  logistics: 'box',
  farm: 'leaf',
};

function More({ isOpen, onTap }: { isOpen: boolean; onTap: () => void }) {
  return (
    <FilterChip isOn={false} onTap={onTap}>
      {isOpen ? '收起' : '更多'}
    </FilterChip>
  );
}

/** 哪个乡镇: the fair's own towns and 外地; the first few at once. */
export function TownChoice({ towns, value, onChange }: { towns: readonly string[]; value: string; onChange: (town: string) => void }) {
  const [isOpen, setOpen] = useState(false);
  if (towns.length === 0) return null;
  const folds = towns.length > shownTowns + 1;
  const shown = folds && !isOpen ? towns.filter((town, i) => i < shownTowns || town === value) : towns;
  return (
    <FieldFrame label="哪个乡镇" aside={`共 ${towns.length} 个`}>
      <View className="chips">
        {[...shown, elsewhere.town].map((town) => (
          <FilterChip key={town} role="radio" isOn={town === value} onTap={() => onChange(town === value ? '' : town)}>
            {town}
          </FilterChip>
        ))}
        {folds && <More isOpen={isOpen} onTap={() => setOpen(!isOpen)} />}
      </View>
    </FieldFrame>
  );
}

/** 想做什么: several, or whatever there is. */
export function TradeChoice({ value, onChange }: { value: readonly Trade[]; onChange: (trades: Trade[]) => void }) {
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? [...firstTrades, ...trades.filter((trade) => !firstTrades.includes(trade))] : [...new Set([...firstTrades, ...value])];
  const toggle = (trade: Trade): void => {
    if (value.includes(trade)) onChange(value.filter((other) => other !== trade));
    else if (value.length < mostTrades) onChange([...value, trade]);
  };
  return (
    <FieldFrame label="想做什么" aside={value.length === mostTrades ? '最多 5 样' : '可多选'}>
      <View className="chips">
        {shown.map((trade) => {
          const icon = icons[trade];
          return (
            <FilterChip key={trade} isOn={value.includes(trade)} onTap={() => toggle(trade)} {...(icon && { icon })}>
              {tradeWords[trade]}
            </FilterChip>
          );
        })}
        <FilterChip isOn={value.length === 0} onTap={() => onChange([])}>
          都行
        </FilterChip>
        <More isOpen={isOpen} onTap={() => setOpen(!isOpen)} />
      </View>
    </FieldFrame>
  );
}
