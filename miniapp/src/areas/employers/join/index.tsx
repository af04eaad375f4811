import type { Output } from '@shanhai/shared/contract/contract.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { act } from '../../../api/session.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { useMe } from '../../../api/use-me.ts';
import { goBack, homeOf, restartAt, useParams } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Field } from '../../../ui/field.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Row } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';

type Invitation = Output<'members.invitation'>;

function Join({ invitationId, invitation, known }: { invitationId: string; invitation: Invitation; known: string }) {
  const [name, setName] = useState(known);
  const join = useAction(
    async () => {
      const { employerId } = await call('members.join', { invitationId, name });
      await act('recruiter', employerId);
      restartAt(homeOf.recruiter);
    },
    { tell: 'inline', done: '加入了' },
  );
  const foot = (
    <>
      <Button kind="main" icon="check" busy={join.busy} busyWords="正在加入" disabled={!name.trim() && '先填名字'} onTap={() => void join.run()}>
        加入，替这家招人
      </Button>
      <Button kind="quiet" wide onTap={() => goBack()}>
        不加入
      </Button>
    </>
  );
  return (
    <Page title="加入单位" foot={foot}>
      {join.problem && <Banner kind="failed" title={join.problem.sentence} />}
      <Card flush>
        <Row icon="building" title={invitation.employerShortName} words={invitation.employerName} />
      </Card>
      <View className="t2">加入后能发岗位、看交给这家的名片、答应聘的人。您做的每件事都记着是谁做的。</View>
      <Field label="您的名字" value={name} onChange={setName} placeholder="同事认得的名字" most={30} />
    </Page>
  );
}

/** After scanning a colleague's code: which employer it is, and a yes. */
export default function JoinPage() {
  const { invitationId = '' } = useParams('/areas/employers/join/index');
  const me = useMe();
  const invitation = useCall('members.invitation', { invitationId }, { when: invitationId !== '' });
  const over = invitationId === '' || invitation.data?.isUsed || invitation.problem?.code === 'invitation_over';
  if (invitation.data && !invitation.data.isUsed && !me.isLoading)
    return <Join invitationId={invitationId} invitation={invitation.data} known={me.data?.name ?? ''} />;
  return (
    <Page title="加入单位">
      {invitation.isLoading && <Skeleton />}
      {over && <Empty title="这张码用过了或过时了" words="请同事在“同事”里再出一张" action={<Button onTap={() => goBack()}>返回</Button>} />}
      {invitation.problem && !over && <ErrorView problem={invitation.problem} onRetry={() => void invitation.reload()} />}
    </Page>
  );
}
