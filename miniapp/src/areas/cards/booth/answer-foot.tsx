import { type Answer, answerWords } from '@shanhai/shared/rules/cards.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Answers } from '../../../ui/answers.tsx';
import type { MyBooth } from './booth-words.ts';
import { OpeningPicker, remainingWords } from './opening-picker.tsx';
import type { Person } from './use-person.ts';

/** The three answers under the thumb. 要你 needs to know for which opening; it asks when the booth has several and none is chosen. */
export function AnswerFoot({ booth, person, onSaved }: { booth: MyBooth; person: Person; onSaved: () => void }) {
  const [isPicking, setPicking] = useState(false);
  const { found, answer, jobId, setJobId } = person;
  const { openings } = booth;
  const opening = openings.find((o) => o.jobId === jobId);
  const said = found?.card?.answer ?? found?.nameless?.answer;
  const save = async (number: number, saying: Answer, forJobId: string | undefined): Promise<void> => {
    if (await answer.run(number, saying, forJobId)) onSaved();
  };
  if (!found) return null;
  const say = (saying: Answer): void => {
    if (saying === 'want' && openings.length > 1 && !opening) setPicking(true);
    else void save(found.number, saying, opening?.jobId);
  };
  const pick = (picked: string): void => {
    setJobId(picked);
    setPicking(false);
    void save(found.number, 'want', picked);
  };
  return (
    <>
      <View className="row ends small t2">
        <View>{answer.busy ? '正在存' : said ? `上次记了“${answerWords[said]}”，再点就改` : '点一个就存好，自动到下一位'}</View>
        {opening && <View className="nw">{remainingWords(opening.remaining)}</View>}
      </View>
      <Answers onAnswer={say} disabled={answer.busy} />
      <OpeningPicker openings={openings} jobId={jobId} isOpen={isPicking} onPick={pick} onClose={() => setPicking(false)} />
    </>
  );
}
