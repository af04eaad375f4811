import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { relationWords } from '@shanhai/shared/rules/workers.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useSession } from '../../../api/session-store.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { useParams } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { dayWords } from '../../../ui/place-words.ts';
import { QrCode } from '../../../ui/qr-code.tsx';
import { Card, Heading } from '../../../ui/row.tsx';
import { draftOf, personLeft, toldOf } from '../person-draft.ts';
import { WantPart, WhoPart } from '../person-fields.tsx';
import { SeenElsewhere } from '../seen-elsewhere.tsx';

type Proxied = Output<'proxies.get'>;

function StillLooking({ person }: { person: Proxied }) {
  const say = useAction((is: boolean) => call('proxies.sayLooking', { workerId: person.workerId, is }), { done: '记下了' });
  return (
    <Card>
      <Heading>{person.name}还在找活吗</Heading>
      {person.looking === 'grey' && <Banner kind="wait" title="先替他收起来了" words="四个月没听他说，点“在找”就回来" />}
      <View className="pair">
        <Button kind={person.looking === 'looking' ? 'soft' : 'act'} icon="check" busy={say.busy} onTap={() => void say.run(true)}>
          在找
        </Button>
        <Button kind="line" busy={say.busy} onTap={() => void say.run(false)}>
          不找了
        </Button>
      </View>
    </Card>
  );
}

/** The letters by which the person takes the record over. */
function HandOver({ workerId }: { workerId: string }) {
  const open = useAction(() => call('proxies.claimCode', { workerId }));
  const [made, setMade] = useState<Output<'proxies.claimCode'>>();
  const show = async (): Promise<void> => {
    const answer = await open.run();
    if (answer) setMade(answer);
  };
  return (
    <Card>
      <Heading>他自己有手机了？</Heading>
      {!made && (
        <Button kind="line" wide icon="phone" busy={open.busy} onTap={() => void show()}>
          出认领码
        </Button>
      )}
      {made && (
        <View className="row fw">
          <QrCode text={made.code} size={132} label="认领码" />
          <View className="grow">
            <View className="h1">{made.code.replace(/^(.{4})/, '$1 ')}</View>
            <View className="t2">他在自己手机上：我的 → 别人替我登记的，扫一下或照着填。{dayWords(chinaDay(made.endsAt))}前有用。</View>
          </View>
        </View>
      )}
    </Card>
  );
}

function Edit({ person }: { person: Proxied }) {
  const [draft, setDraft] = useState(() => draftOf(person));
  const save = useAction(() => call('proxies.change', { workerId: person.workerId, ...toldOf(draft) }), { done: '存好了' });
  const isSame = JSON.stringify(toldOf(draft)) === JSON.stringify(toldOf(draftOf(person)));
  const how = person.consent ? `，本人${person.consent.how === 'written' ? '签了字' : '当面同意'}` : '';
  return (
    <Page
      title={person.name}
      foot={
        <Button
          kind="main"
          icon="check"
          disabled={personLeft(draft) ?? (isSame && '都存好了')}
          busy={save.busy}
          busyWords="正在存"
          onTap={() => void save.run()}
        >
          存好
        </Button>
      }
    >
      <View className="t2">
        您是{relationWords[person.relation]}，{dayWords(chinaDay(person.since))}登记{how}
      </View>
      <StillLooking person={person} />
      {person.elsewhere && <SeenElsewhere person={person} elsewhere={person.elsewhere} />}
      <WhoPart draft={draft} onChange={setDraft} />
      <WantPart draft={draft} onChange={setDraft} />
      {!person.isClaimed && <HandOver workerId={person.workerId} />}
    </Page>
  );
}

/** Somebody I act for: what I wrote down, still looking or not, and handing over. */
export default function ProxiedPerson() {
  const { workerId = '' } = useParams('/areas/proxies/person/index');
  const session = useSession();
  const person = useCall('proxies.get', { workerId }, { when: !!session && !!workerId });
  if (person.data) return <Edit key={person.data.workerId} person={person.data} />;
  return (
    <Page title="我代办的人">
      <NotYet of={person} />
    </Page>
  );
}
