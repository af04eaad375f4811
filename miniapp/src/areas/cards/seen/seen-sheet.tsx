import type { Answer } from '@shanhai/shared/rules/cards.ts';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { deviceId, drawnLetters } from '../../../api/session-store.ts';
import { useAction } from '../../../api/use-action.ts';
import { Answers } from '../../../ui/answers.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { type Seen, tellingOf } from '../booth/booth-words.ts';
import { PersonCard } from '../booth/person-card.tsx';
import { PersonNote } from '../booth/person-note.tsx';

interface Props {
  card: Seen;
  fairId: string;
  boothNo: number;
  onClose: () => void;
}

/** One person again: call, or change the answer. */
export function SeenSheet({ card, fairId, boothNo, onClose }: Props) {
  const [note, setNote] = useState(card.note ?? '');
  const [nonce] = useState(() => drawnLetters(10));
  const answer = useAction(
    (said: Answer) => {
      const { number } = card;
      return call('cards.answer', { fairId, boothNo, deviceId: deviceId(), number, answer: said, note: note.trim(), nonce: `${nonce}-${said}` });
    },
    { tell: 'inline', done: '存好了' },
  );
  const save = async (said: Answer): Promise<void> => {
    if (await answer.run(said)) onClose();
  };
  return (
    <Sheet isOpen onClose={onClose} label={card.name}>
      <PersonCard card={card}>
        <PersonNote note={note} onNote={setNote} />
      </PersonCard>
      {answer.problem && <Banner kind="failed" {...tellingOf(answer.problem)} />}
      <Answers disabled={answer.busy} onAnswer={(said) => void save(said)} />
      <Button kind="quiet" wide onTap={onClose}>
        不改了
      </Button>
    </Sheet>
  );
}
