import { useState } from 'react';
import { useParams } from '../../../nav.ts';
import { Segment } from '../../../ui/choice.tsx';
import { Page } from '../../../ui/page.tsx';
import { ConflictList } from './conflict-list.tsx';
import { SideBySide } from './side-by-side.tsx';

const states = [
  { value: 'open', words: '要核对' },
  { value: 'settled', words: '核对过' },
] as const;

/** 两种说法: people of whom a list says something else than stands there. A human settles it, field by field. */
export default function Conflicts() {
  const { conflictId } = useParams('/areas/imports/conflicts/index');
  const [state, setState] = useState<'open' | 'settled'>('open');
  return (
    <Page title="两种说法" wide>
      {conflictId ? (
        <SideBySide conflictId={conflictId} />
      ) : (
        <>
          <Segment options={states} value={state} onChange={setState} />
          <ConflictList state={state} />
        </>
      )}
    </Page>
  );
}
