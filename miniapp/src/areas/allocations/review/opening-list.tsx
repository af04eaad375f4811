import { yuan } from '@shanhai/shared/rules/fen.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { Chip } from '../../../ui/chip.tsx';
import { Card, Row } from '../../../ui/row.tsx';
import type { Opening } from './whole.ts';

/** Where: `A03 展位，宝山区，到手约 5,975 元`. */
export const openingWords = ({ label, workRegion, takeHomeFen }: Opening): string =>
  [label && `${label} 展位`, regionName(workRegion), `到手约 ${yuan(takeHomeFen)} 元`].filter(Boolean).join('，');

/** Every opening and how many of its places are filled, the emptiest first. */
export function OpeningList({ openings }: { openings: readonly Opening[] }) {
  const emptiest = [...openings].sort((a, b) => b.places - b.placed - (a.places - a.placed));
  return (
    <Card flush>
      {emptiest.map((opening) => (
        <Row
          key={opening.jobId}
          title={`${opening.employerName} ${opening.title}`}
          words={openingWords(opening)}
          aside={
            <Chip tone={opening.placed >= opening.places ? 'ok' : 'wait'}>
              {opening.placed} / {opening.places}
            </Chip>
          }
        />
      ))}
    </Card>
  );
}
