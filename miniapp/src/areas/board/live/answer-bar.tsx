import { View } from '@tarojs/components';
import { aria } from '../../../ui/aria.ts';

interface Counted {
  cards: number;
  want: number;
  talk: number;
  no: number;
}

/** The fixed order and colours of the answers; what waits is hatched. */
export const answerLooks = [
  { key: 'want', words: '要你' },
  { key: 'talk', words: '再谈' },
  { key: 'no', words: '不合适' },
  { key: 'wait', words: '等回音' },
] as const;

const waitingOf = ({ cards, want, talk, no }: Counted): number => Math.max(0, cards - want - talk - no);
/** A part narrower than this share shows its number without its word; on a phone none has one, the legend is below. */
const wordFrom = 0.13;

/** Answers to the cards as one bar, each part with its number. `share` of the full width. */
export function AnswerBar({ counted, share = 1, hasWords = false }: { counted: Counted; share?: number; hasWords?: boolean }) {
  const counts = { ...counted, wait: waitingOf(counted) };
  const label = answerLooks.map(({ key, words }) => `${words} ${counts[key]}`).join('，');
  const all = Math.max(1, counted.cards);
  return (
    <View className={`answer-bar ${hasWords ? 'is-tall' : ''}`} style={{ width: `${(share * 100).toFixed(1)}%` }} {...aria({ role: 'img', label })}>
      {counted.cards === 0 && <View className="answer-part wait">还没有名片</View>}
      {answerLooks
        .filter(({ key }) => counts[key] > 0)
        .map(({ key, words }) => (
          <View key={key} className={`answer-part ${key}`} style={{ flexGrow: counts[key] }}>
            {hasWords && counts[key] / all >= wordFrom && <View className="answer-word">{words}</View>}
            {counts[key]}
          </View>
        ))}
    </View>
  );
}
