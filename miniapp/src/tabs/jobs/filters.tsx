import { type Sort, sorts, sortWords } from '@shanhai/shared/rules/search.ts';
import { type Trade, trades, tradeWords } from '@shanhai/shared/rules/trades.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { FilterChip } from '../../ui/chip.tsx';
import { ChooseOne } from '../../ui/choice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { tradeIcons } from '../../ui/trade-icons.ts';
import { everything, type Pay, type Place, type Wanted } from './wanted.ts';

const places: readonly { value: Place; words: string }[] = [
  { value: 'all', words: '哪里都行' },
  { value: '310000', words: '上海' },
  { value: '530000', words: '云南' },
  { value: '430000', words: '湖南' },
];
const pays: readonly { value: Pay; words: string }[] = [
  { value: 'any', words: '多少都行' },
  { value: '400000', words: '4,000 以上' },
  { value: '500000', words: '5,000 以上' },
  { value: '600000', words: '6,000 以上' },
];
const anyTrade = 'any';

interface FiltersProps {
  wanted: Wanted;
  onChange: (wanted: Wanted) => void;
  /** The person's own trades: they stand first. */
  own: readonly Trade[];
  /** Can lists be ordered by fit for this person? */
  isRanked: boolean;
  hasHome: boolean;
}

/** What is chosen in the sheet, in a word or two. */
function chosenWords({ place, pay, trade }: Wanted): string {
  const words = [
    trade && tradeWords[trade],
    place !== 'all' && places.find((one) => one.value === place)?.words,
    pay !== 'any' && pays.find((one) => one.value === pay)?.words,
  ].filter(Boolean);
  return words.length ? words.join('，') : '工种 地方 工资';
}

function MoreFilters({ wanted, onChange, own, onClose, ...can }: FiltersProps & { onClose: () => void }) {
  const inOrder = [...own, ...trades.filter((trade) => !own.includes(trade))];
  const offered = sorts.filter((sort) => (sort !== 'fit' || can.isRanked) && (sort !== 'near' || can.hasHome));
  const sortChoices = offered.map((value) => ({ value, words: sortWords[value] }));
  const usual: Sort = can.isRanked ? 'fit' : 'newest';
  return (
    <View className="stack job-sheet">
      <ChooseOne label="先后" options={sortChoices} value={wanted.sort ?? usual} onChange={(sort) => onChange({ ...wanted, sort })} />
      <ChooseOne label="在哪里" options={places} value={wanted.place} onChange={(place) => onChange({ ...wanted, place })} />
      <ChooseOne label="每月到手" options={pays} value={wanted.pay} onChange={(pay) => onChange({ ...wanted, pay })} />
      <ChooseOne<Trade | typeof anyTrade>
        label="工种"
        options={[{ value: anyTrade, words: '都看' }, ...inOrder.map((value) => ({ value, words: tradeWords[value], icon: tradeIcons[value] }))]}
        value={wanted.trade ?? anyTrade}
        onChange={(trade) => onChange({ ...wanted, trade: trade === anyTrade ? undefined : trade })}
      />
      <View className="pair">
        <Button kind="line" onTap={() => onChange({ ...everything, words: wanted.words })}>
          都不限
        </Button>
        <Button kind="main" onTap={onClose}>
          看结果
        </Button>
      </View>
    </View>
  );
}

/** The usual filters as chips, the rest and the order in a sheet. */
export function Filters(props: FiltersProps) {
  const { wanted, onChange, isRanked } = props;
  const [isOpen, setOpen] = useState(false);
  const toggle = (name: 'fitsMe' | 'hasDorm' | 'hasMeals' | 'isGig') => () => onChange({ ...wanted, [name]: !wanted[name] });
  const isNarrowed = wanted.place !== 'all' || wanted.pay !== 'any' || wanted.trade !== undefined;
  return (
    <>
      <View className="scrollx">
        {isRanked && (
          <FilterChip isOn={wanted.fitsMe} onTap={toggle('fitsMe')}>
            适合我
          </FilterChip>
        )}
        <FilterChip icon="bed" isOn={wanted.hasDorm} onTap={toggle('hasDorm')}>
          包住
        </FilterChip>
        <FilterChip icon="down" isOn={isNarrowed} onTap={() => setOpen(true)}>
          {chosenWords(wanted)}
        </FilterChip>
        <FilterChip icon="bowl" isOn={wanted.hasMeals} onTap={toggle('hasMeals')}>
          包吃
        </FilterChip>
        <FilterChip isOn={wanted.isGig} onTap={toggle('isGig')}>
          零工
        </FilterChip>
      </View>
      <Sheet isOpen={isOpen} onClose={() => setOpen(false)} label="挑一挑">
        <MoreFilters {...props} onClose={() => setOpen(false)} />
      </Sheet>
    </>
  );
}
