import type { Output } from '@shanhai/shared/contract/contract.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useMe } from '../../../api/use-me.ts';
import { go } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { phoneProblem } from '../../../ui/phone-field.tsx';
import { QrCode } from '../../../ui/qr-code.tsx';
import { Card, Row } from '../../../ui/row.tsx';
import { changeOf, draftOf } from './draft.ts';
import { OwnPart, WishPart } from './wish-form.tsx';

type Me = Output<'workers.me'>;

function MyCode({ me }: { me: Me }) {
  return (
    <Card>
      <View className="row fw">
        <QrCode text={me.code} size={112} label="我的码" />
        <View className="grow">
          <View className="h3">{me.name ?? '我的码'}</View>
          <View className="t2">到门口、到展位，给工作人员扫</View>
        </View>
      </View>
    </Card>
  );
}

function Form({ me }: { me: Me }) {
  const [draft, setDraft] = useState(() => draftOf(me));
  const save = useAction(() => call('workers.change', changeOf(draft)), { done: '存好了' });
  const isSame = JSON.stringify(changeOf(draft)) === JSON.stringify(changeOf(draftOf(me)));
  const whyNot = phoneProblem(draft.phone) ? '电话还不对' : isSame && '都存好了';
  return (
    <Page
      title="我的名片"
      foot={
        <Button kind="main" icon="check" disabled={whyNot} busy={save.busy} busyWords="正在存" onTap={() => void save.run()}>
          存好
        </Button>
      }
    >
      <MyCode me={me} />
      <WishPart draft={draft} onChange={setDraft} />
      <OwnPart draft={draft} onChange={setDraft} />
      <Card flush>
        <Row icon="lock" title="名片给过谁" words="随时能收回" onTap={() => go('/areas/cards/given/index')} />
        <Row icon="eyeoff" tone="grey" title="谁看过我的资料" words="看一次，记一次" onTap={() => go('/areas/workers/views/index')} />
      </Card>
    </Page>
  );
}

/** 我的名片: name, phone, home and wish, each said once and changed at will. */
export default function Profile() {
  const me = useMe();
  if (me.data) return <Form me={me.data} />;
  return (
    <Page title="我的名片">
      <NotYet of={me} />
    </Page>
  );
}
