import { isResidentId, tidyResidentId } from '@shanhai/shared/rules/resident-id.ts';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useMe } from '../../../api/use-me.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card } from '../../../ui/row.tsx';

const whole = 18;

function Form({ isKnown }: { isKnown: boolean }) {
  const [typed, setTyped] = useState('');
  const tidy = tidyResidentId(typed);
  const save = useAction(() => call('workers.tellResidentId', { residentId: tidy }), { tell: 'inline' });
  const [masked, setMasked] = useState<string>();
  const isWrong = tidy.length >= whole && !isResidentId(tidy);
  const send = async (): Promise<void> => {
    const kept = await save.run();
    if (!kept) return;
    setMasked(kept.maskedId);
    setTyped('');
  };
  return (
    <>
      {(masked ?? isKnown) && <Banner kind="done" title="存好了" words={masked ?? '要改就重新填一次'} />}
      <Card>
        <Field
          label="身份证号"
          value={typed}
          onChange={setTyped}
          placeholder="18 位"
          most={22}
          problem={isWrong ? '这个号不对，请照身份证再看一眼' : save.problem?.sentence}
          isGood={isResidentId(tidy)}
          hint="加密存放，谁也看不到全的，单位看不到"
        />
        <Button kind="main" icon="check" disabled={!isResidentId(tidy) && '还差几位'} busy={save.busy} busyWords="正在存" onTap={() => void send()}>
          存好
        </Button>
      </Card>
    </>
  );
}

/** The resident id: never needed to look for work, sealed when told; under 16 is refused. 〔劳动法 §15；个人信息保护法 §28、§51〕 */
export default function MyResidentId() {
  const me = useMe();
  return (
    <Page title="身份证号">
      <Banner kind="info" icon="lock" title="不填也能找工作" words="签合同、买车票、办补贴的时候才要。未满 16 岁不能登记，16、17 岁不安排危险的活" />
      {me.data ? <Form isKnown={!!me.data.isIdKnown} /> : <NotYet of={me} />}
    </Page>
  );
}
