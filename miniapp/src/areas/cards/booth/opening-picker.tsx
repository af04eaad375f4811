import { View } from '@tarojs/components';
import { Button } from '../../../ui/button.tsx';
import { Card, RadioRow } from '../../../ui/row.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import type { MyBooth } from './booth-words.ts';

interface Props {
  openings: MyBooth['openings'];
  jobId: string | undefined;
  isOpen: boolean;
  onPick: (jobId: string) => void;
  onClose: () => void;
}

export const remainingWords = (remaining: number): string => (remaining > 0 ? `还要 ${remaining} 人` : '招满了');

/** For which opening of the booth. */
export function OpeningPicker({ openings, jobId, isOpen, onPick, onClose }: Props) {
  return (
    <Sheet isOpen={isOpen} onClose={onClose} label="选岗位">
      <View className="h2">哪个岗位</View>
      <Card flush>
        {openings.map((opening) => (
          <RadioRow
            key={opening.jobId}
            title={opening.title}
            words={remainingWords(opening.remaining)}
            isOn={opening.jobId === jobId}
            onTap={() => onPick(opening.jobId)}
          />
        ))}
      </Card>
      <Button kind="quiet" wide onTap={onClose}>
        先不选
      </Button>
    </Sheet>
  );
}
