import type { Output } from '@shanhai/shared/contract/contract.ts';
import type { Category } from '@shanhai/shared/rules/categories.ts';
import { type CategoryReason, categoryReasons, categoryReasonWords } from '@shanhai/shared/rules/people.ts';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useSession } from '../../../api/session-store.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { useParams } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { CategorySwitches } from '../../../ui/category-switches.tsx';
import { ChooseOne } from '../../../ui/choice.tsx';
import { Field } from '../../../ui/field.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card } from '../../../ui/row.tsx';
import { showToast } from '../../../ui/toast-store.ts';

const reasonOptions = categoryReasons.filter((value) => value !== 'unsaid').map((value) => ({ value, words: categoryReasonWords[value] }));

type Held = Output<'people.categories'>['items'][number];

function List({ workerId, items }: { workerId: string; items: readonly Held[] }) {
  const [source, setSource] = useState('');
  const set = useAction((category: Category, holds: boolean) => call('people.setCategory', { workerId, category, holds, source: source.trim() }), {
    done: '记下了，本人看得到',
  });
  const change = (category: Category, holds: boolean): void => {
    if (source.trim()) void set.run(category, holds);
    else showToast('先写依据哪份名单', 'stop');
  };
  return (
    <Card>
      <Field label="依据" value={source} onChange={setSource} placeholder="比如 县乡村振兴局 2026 年名单" most={40} />
      <CategorySwitches held={items} onChange={change} />
    </Card>
  );
}

/** What the papers hold somebody to be, kept by an officer of the home with its source; the look is recorded. */
export default function CategoriesOfPerson() {
  const { workerId = '', who = '' } = useParams('/areas/people/categories/index');
  const session = useSession();
  const [reason, setReason] = useState<CategoryReason>();
  const held = useCall('people.categories', { workerId, ...(reason && { reason }) }, { when: !!workerId && !!reason && session?.acting.role === 'officer' });
  return (
    <Page title={`人员类别 ${who}`}>
      <Banner kind="info" icon="lock" title="单位看不到" words="加密存放；谁看过、谁改过，本人都看得到，也能改" />
      {!reason && <ChooseOne label="为什么要看" options={reasonOptions} value={reason} onChange={setReason} />}
      {!reason ? null : held.data ? <List workerId={workerId} items={held.data.items} /> : <NotYet of={held} shape="rows" />}
    </Page>
  );
}
