import { useState } from 'react';
import { Segment } from '../ui/choice.tsx';
import { Page } from '../ui/page.tsx';
import { Give } from './give.tsx';
import type { Relay } from './relay-of.ts';
import { Take } from './take.tsx';
import './hand-over.scss';

/** Two devices side by side: one shows codes, the other reads them. */
export function HandOverRoom({ relay }: { relay: Relay }) {
  const [way, setWay] = useState<'give' | 'take'>('give');
  return (
    <Page title="交给同事">
      <Segment
        options={[
          { value: 'give', words: '交出去' },
          { value: 'take', words: '收同事的' },
        ]}
        value={way}
        onChange={setWay}
      />
      {way === 'give' ? <Give relay={relay} /> : <Take relay={relay} />}
    </Page>
  );
}
