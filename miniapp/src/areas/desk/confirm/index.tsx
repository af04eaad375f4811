import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { scanAndOpen } from '../../../api/open-scanned.ts';
import { type Session, useSession } from '../../../api/session-store.ts';
import { type Action, useAction } from '../../../api/use-action.ts';
import { goBack, roleWords, useParams } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { RoleChooser } from '../../../ui/role-chooser.tsx';
import { Card, Heading, Pairs } from '../../../ui/row.tsx';
import { showToast } from '../../../ui/toast-store.ts';

/** A code that lapsed cannot be confirmed: the desktop already shows the next one. */
function ScanAgain() {
  const again = useAction(async () => {
    const sentence = await scanAndOpen();
    if (sentence) showToast(sentence, 'stop');
  });
  return (
    <Button kind="main" icon="scan" busy={again.busy} onTap={() => void again.run()}>
      再扫一次
    </Button>
  );
}

function Foot({ acting, isDone, confirm }: { acting: Session['acting']; isDone: boolean; confirm: Action<[], void> }) {
  const leave = (): void => goBack(acting.role);
  if (isDone)
    return (
      <Button kind="main" onTap={leave}>
        好了
      </Button>
    );
  return (
    <>
      {confirm.problem?.code === 'desk_expired' ? (
        <ScanAgain />
      ) : (
        <Button
          kind="main"
          disabled={acting.role === 'worker' && '先选一个办事的身份'}
          busy={confirm.busy}
          busyWords="正在登录"
          onTap={() => void confirm.run()}
        >
          确认，是我在登录
        </Button>
      )}
      <Button kind="quiet" wide onTap={leave}>
        不是我
      </Button>
    </>
  );
}

/** On the phone: yes, it is I who sit at that desktop. */
export default function ConfirmDesk() {
  const { deskId = '' } = useParams('/areas/desk/confirm/index');
  const session = useSession();
  const [isDone, setDone] = useState(false);
  const confirm = useAction(
    async () => {
      await call('identity.confirmDesk', { deskId });
      setDone(true);
    },
    { tell: 'inline' },
  );
  if (!session) return null;
  const { acting, held } = session;
  if (!held.some((one) => one.role !== 'worker'))
    return (
      <Page title="电脑登录">
        <Empty title="电脑是办事的人用的" words="找工作在手机上就行" />
      </Page>
    );
  return (
    <Page title="电脑登录" foot={<Foot acting={acting} isDone={isDone} confirm={confirm} />}>
      {confirm.problem && <Banner kind="failed" title={confirm.problem.sentence} />}
      {isDone && <Banner kind="done" title="电脑上登录好了" words="看电脑就行，手机可以收起来" />}
      <Card>
        <Heading>{isDone ? '电脑上的身份' : '电脑上要这样登录'}</Heading>
        <Pairs
          items={[
            ['身份', acting.role === 'worker' ? '还没选' : roleWords[acting.role]],
            ['哪里', acting.scopeName ?? ''],
          ]}
        />
        {!isDone && <View className="hint">不是您自己打开的电脑，请点“不是我”。</View>}
      </Card>
      {!isDone && <RoleChooser session={session} only={(one) => one.role !== 'worker'} onChosen={() => undefined} />}
    </Page>
  );
}
