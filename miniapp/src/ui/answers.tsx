import { type Answer, answers, answerWords } from '@shanhai/shared/rules/cards.ts';
import { View } from '@tarojs/components';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';
import { Tap } from './tap.tsx';

const icons: Record<Answer, IconName> = { want: 'okc', talk: 'chat', no: 'minus' };

/** The recruiter's three answers, large enough for a thumb that does not look. */
export function Answers({ onAnswer, disabled = false }: { onAnswer: (answer: Answer) => void; disabled?: boolean }) {
  return (
    <View className="answers">
      {answers.map((answer) => (
        <Tap key={answer} className={`answer ${answer} ${disabled ? 'is-off' : ''}`} disabled={disabled} onTap={() => onAnswer(answer)}>
          <Icon name={icons[answer]} size={30} />
          {answerWords[answer]}
        </Tap>
      ))}
    </View>
  );
}
