import { leadAwayProblem } from '@shanhai/shared/rules/lead-away.ts';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';

/** As long as the person's own page shows it. */
const mostLetters = 100;

/** A sentence for the person, who reads it beside the answer; opened only when wanted. */
export function PersonNote({ note, onNote, children }: { note: string; onNote: (note: string) => void; children?: ReactNode }) {
  const [isOpen, setOpen] = useState(note !== '');
  return (
    <View className="person-note">
      <View className="row fw">
        {!isOpen && (
          <Button kind="quiet" icon="edit" onTap={() => setOpen(true)}>
            写一句
          </Button>
        )}
        {children}
      </View>
      {isOpen && (
        <Field
          label="写一句"
          aside="对方看得到"
          value={note}
          onChange={onNote}
          most={mostLetters}
          placeholder="周一 8 点来厂里，带身份证"
          problem={leadAwayProblem(note)}
        />
      )}
    </View>
  );
}
