import { consentTexts } from '@shanhai/shared/rules/consents.ts';
import { tidyResidentId } from '@shanhai/shared/rules/resident-id.ts';
import { type Relation, relationWords } from '@shanhai/shared/rules/workers.ts';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { drawnLetters, useSession } from '../../../api/session-store.ts';
import { useAction } from '../../../api/use-action.ts';
import { replace } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Agree, ChooseOne } from '../../../ui/choice.tsx';
import { Field } from '../../../ui/field.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Heading } from '../../../ui/row.tsx';
import { blankPerson, type ConsentDraft, consentLeft, personLeft, toldOf } from '../person-draft.ts';
import { WantPart, WhoPart } from '../person-fields.tsx';

const ways = [
  { value: 'spoken' as const, words: '当面说了同意' },
  { value: 'written' as const, words: '签了字' },
];

function ConsentPart({ draft, onChange, isStaff }: { draft: ConsentDraft; onChange: (draft: ConsentDraft) => void; isStaff: boolean }) {
  const open: Relation[] = isStaff ? ['officer'] : ['relative', 'village_officer', 'volunteer'];
  return (
    <Card>
      <Heading>本人点头了吗</Heading>
      <ChooseOne
        label="您是他什么人"
        options={open.map((value) => ({ value, words: relationWords[value] }))}
        value={draft.relation}
        onChange={(relation) => onChange({ ...draft, relation })}
      />
      <ChooseOne label="本人怎么同意的" options={ways} value={draft.consent} onChange={(consent) => onChange({ ...draft, consent })} />
      <Field
        label="身份证号"
        aside="不填也行"
        value={draft.residentId}
        onChange={(residentId) => onChange({ ...draft, residentId, hasAgreedToId: false })}
        placeholder="以后签合同、办补贴才要"
        hint="加密存放，谁也看不到全的；未满 16 岁不能登记"
        most={24}
      />
      {draft.residentId && (
        <Agree
          words={`单独问了他，他同意：${consentTexts.resident_id.words}`}
          isOn={draft.hasAgreedToId}
          onChange={(hasAgreedToId) => onChange({ ...draft, hasAgreedToId })}
        />
      )}
      <Agree
        words="我跟他说清楚了：存名字、电话、家在哪、想做什么，用来找工作；他随时能拿回去自己改"
        isOn={draft.hasAgreed}
        onChange={(hasAgreed) => onChange({ ...draft, hasAgreed })}
      />
    </Card>
  );
}

/** 替别人登记: who, what for, and how they agreed. 〔个人信息保护法 §13、§14、§17〕 */
export default function RegisterFor() {
  const isStaff = useSession()?.acting.role !== 'worker';
  const [person, setPerson] = useState(blankPerson);
  const [consent, setConsent] = useState<ConsentDraft>({ relation: undefined, consent: undefined, hasAgreed: false, residentId: '', hasAgreedToId: false });
  const [nonce] = useState(() => drawnLetters(12));
  const save = useAction(
    ({ relation, consent: how, residentId }: Required<ConsentDraft>) =>
      call('proxies.register', {
        ...toldOf(person),
        ...(residentId && { residentId: tidyResidentId(residentId) }),
        relation: relation ?? 'volunteer',
        consent: how ?? 'spoken',
        agreed: true,
        nonce,
      }),
    { done: '登记好了' },
  );
  const whyNot = personLeft(person) ?? (isStaff && !person.homeRegion ? '还要家在哪个县' : undefined) ?? consentLeft(consent) ?? false;
  const send = async (): Promise<void> => {
    const made = await save.run(consent);
    if (made) replace('/areas/proxies/person/index', { workerId: made.workerId });
  };
  return (
    <Page
      title="替别人登记"
      foot={
        <Button kind="main" icon="check" disabled={whyNot} busy={save.busy} busyWords="正在登记" onTap={() => void send()}>
          登记好
        </Button>
      }
    >
      <WhoPart draft={person} onChange={setPerson} />
      <WantPart draft={person} onChange={setPerson} />
      <ConsentPart draft={consent} onChange={setConsent} isStaff={isStaff} />
    </Page>
  );
}
