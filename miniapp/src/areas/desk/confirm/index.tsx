import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useSession } from '../../../api/session-store.ts';
import { useAction } from '../../../api/use-action.ts';
import { goBack, roleWords, useParams } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { RoleChooser } from '../../../ui/role-chooser.tsx';
import { Card, Heading, Pairs } from '../../../ui/row.tsx';

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
  const isStaff = acting.role !== 'worker';
  if (!held.some((one) => one.role !== 'worker'))
    return (
      <Page title="电脑登录">
        <Empty title="电脑是办事的人用的" words="找工作在手机上就行" />
      </Page>
    );
  return (
    <Page
      title="电脑登录"
      foot={
        isDone ? undefined : (
          <>
            <Button kind="main" disabled={isStaff ? false : '先选一个办事的身份'} busy={confirm.busy} busyWords="正在登录" onTap={() => void confirm.run()}>
              确认，是我在登录
            </Button>
            <Button kind="quiet" wide onTap={() => goBack(acting.role)}>
              不是我
            </Button>
          </>
        )
      }
    >
      {confirm.problem && <Banner kind="failed" title={confirm.problem.sentence} />}
      {isDone && <Banner kind="done" title="电脑上登录好了" words="看电脑就行，手机可以收起来" />}
      <Card>
        <Heading>电脑上要这样登录</Heading>
        <Pairs
          items={[
            ['身份', isStaff ? roleWords[acting.role] : '还没选'],
            ['哪里', acting.scopeName ?? ''],
          ]}
        />
        <View className="hint">不是您自己打开的电脑，请点“不是我”。</View>
      </Card>
      {!isDone && <RoleChooser session={session} only={(one) => one.role !== 'worker'} onChosen={() => undefined} />}
    </Page>
  );
}
