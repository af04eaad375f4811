import { type Trade, trades, tradeWords } from '@shanhai/shared/rules/trades.ts';
import { ChooseSome } from './choice.tsx';
import { tradeIcons } from './trade-icons.ts';

/** The contract takes five. */
const most = 5;
const options = trades.map((trade) => ({ value: trade, words: tradeWords[trade], icon: tradeIcons[trade] }));

/** 想做什么: up to five trades. */
export function TradeChoice({ value, onChange }: { value: readonly Trade[]; onChange: (trades: Trade[]) => void }) {
  return <ChooseSome label="想做什么" aside="最多选 5 样" options={options} value={value} onChange={onChange} most={most} />;
}
