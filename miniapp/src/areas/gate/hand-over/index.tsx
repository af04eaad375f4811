import { useState } from 'react';
import { useParams } from '../../../nav.ts';
import { Segment } from '../../../ui/choice.tsx';
import { Page } from '../../../ui/page.tsx';
import { Give } from './give.tsx';
import { Take } from './take.tsx';
import './index.scss';

/** Two devices side by side: one shows codes, the other reads them. */
export default function HandOver() {
  const { fairId = '' } = useParams('/areas/gate/hand-over/index');
  const [way, setWay] = useState<'give' | 'take'>('give');
  return (
    <Page title="交给同事">
      <Segment
        options={[
          { value: 'give', words: '这台交出去' },
          { value: 'take', words: '收同事的' },
        ]}
        value={way}
        onChange={setWay}
      />
      {way === 'give' ? <Give fairId={fairId} /> : <Take fairId={fairId} />}
    </Page>
  );
}
