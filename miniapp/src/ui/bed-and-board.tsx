import { Chip, type Tone } from './chip.tsx';
import { mealsShown } from './meal-words.ts';

interface BedAndBoardProps {
  job: { hasDorm: boolean; meals: string; taste?: string };
  tone?: Tone;
}

/** Chips of what an opening gives besides pay, as far as it gives it: 包住, 包两餐. */
export function BedAndBoard({ job: { hasDorm, meals, taste = '' }, tone = 'ok' }: BedAndBoardProps) {
  const fed = mealsShown(meals, taste);
  return (
    <>
      {hasDorm && (
        <Chip tone={tone} icon="bed">
          包住
        </Chip>
      )}
      {fed && (
        <Chip tone={tone} icon="bowl">
          {fed}
        </Chip>
      )}
    </>
  );
}
