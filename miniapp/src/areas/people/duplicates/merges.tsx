import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { dayWords } from '../../../ui/place-words.ts';
import { Card, Row } from '../../../ui/row.tsx';

/** What was merged or claimed; each can be taken back. */
export function Merges({ isAsked }: { isAsked: boolean }) {
  const merges = useCall('people.merges', {}, { when: isAsked });
  const undo = useAction((mergeId: string) => call('people.undoMerge', { mergeId }), { done: '撤回了，两份都和原来一样' });
  if (!merges.data) return <NotYet of={merges} shape="rows" count={2} />;
  const { items } = merges.data;
  return (
    <Card flush>
      {items.map(({ mergeId, maskedName, at, byName, isClaim, undoneAt }) => (
        <Row
          key={mergeId}
          icon="swap"
          tone="grey"
          title={maskedName}
          words={`${dayWords(chinaDay(at))}，${isClaim ? '本人认领' : byName}`}
          aside={
            undoneAt ? (
              <Chip>撤回了</Chip>
            ) : (
              <Button kind="line" icon="undo" busy={undo.busy} onTap={() => void undo.run(mergeId)}>
                撤回
              </Button>
            )
          }
        />
      ))}
      {items.length === 0 && <Row icon="swap" tone="grey" title="还没有合过" words="合过的半年内都能撤回" />}
    </Card>
  );
}
