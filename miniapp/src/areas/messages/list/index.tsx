import type { Output } from '@shanhai/shared/contract/contract.ts';
import { View } from '@tarojs/components';
import { useSession } from '../../../api/session-store.ts';
import { go } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Page } from '../../../ui/page.tsx';
import { RemindMe } from '../../../ui/remind-me.tsx';
import { Card, Row } from '../../../ui/row.tsx';
import { MessagePages } from './message-pages.tsx';
import './index.scss';

export type Message = Output<'messages.mine'>['items'][number];

/** The city's bureau looks after what WeChat did not take. */
const isOperator = (acting: { role: string; scope?: string | undefined } | undefined): boolean => acting?.role === 'officer' && acting.scope === '310000';

/** 消息: whatever happened to me, newest first. */
export default function Messages() {
  const session = useSession();
  return (
    <Page title="消息">
      {session?.acting.role === 'worker' && <RemindMe names={['answer', 'interview', 'reminder']} words="有回音、约面试，微信里告诉您一声" />}
      <MessagePages
        none={
          session?.acting.role === 'worker' && (
            <Button kind="line" icon="search" onTap={() => go('/tabs/jobs/index')}>
              看看岗位
            </Button>
          )
        }
      />
      {isOperator(session?.acting) && (
        <Card flush>
          <Row icon="warn" tone="grey" title="消息发送" words="微信没收下的，在这里看原因" onTap={() => go('/areas/messages/outbox/index')} />
        </Card>
      )}
      <View className="small t2 center">消息留一年，只有您自己看得到</View>
    </Page>
  );
}
