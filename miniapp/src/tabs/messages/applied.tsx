import type { Output } from '@shanhai/shared/contract/contract.ts';
import { promiseWords, type Stage, stageWords } from '@shanhai/shared/rules/applications.ts';
import { go } from '../../nav.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { Card, Demo, Heading, Row } from '../../ui/row.tsx';

export type Applied = Output<'applications.mine'>['items'][number];
const tones: Partial<Record<Stage, Tone>> = { wanted: 'ok', accepted: 'ok', arrived: 'ok', interview: 'wait' };

/** Is it the person's turn? */
export const isYours = ({ stage, arrival }: Applied): boolean => stage === 'wanted' || (stage === 'accepted' && arrival?.saidBy === 'employer');

/** What was applied for, the person's turn first; the rest of it is told on its own page. */
export function AppliedList({ items }: { items: readonly Applied[] }) {
  const standing = items.filter((one) => one.stage !== 'withdrawn').sort((a, b) => Number(isYours(b)) - Number(isYours(a)));
  if (standing.length === 0) return null;
  return (
    <>
      <Heading aside={`${standing.length} 个`}>投的岗位</Heading>
      <Card flush>
        {standing.slice(0, 5).map((one) => (
          <Row
            key={one.jobId}
            title={
              <>
                {one.jobTitle}
                <Demo when={one.demo} />
              </>
            }
            words={one.stage === 'waiting' ? `${one.employerName}，${promiseWords(one.answerBy)}` : one.employerName}
            aside={<Chip tone={tones[one.stage] ?? 'grey'}>{isYours(one) ? '等您答' : stageWords[one.stage]}</Chip>}
            onTap={() => go('/areas/applications/detail/index', { jobId: one.jobId })}
          />
        ))}
        {standing.length > 5 && <Row title="看全部" onTap={() => go('/areas/applications/mine/index')} />}
      </Card>
    </>
  );
}
