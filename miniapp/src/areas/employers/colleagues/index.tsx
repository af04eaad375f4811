import type { Output } from '@shanhai/shared/contract/contract.ts';
import { monthDay } from '@shanhai/shared/rules/china-day.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useSession } from '../../../api/session-store.ts';
import { useCall } from '../../../api/use-call.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { type Hiring, RecruiterOnly } from '../../../ui/recruiter-only.tsx';
import { Card, Heading, Row } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Invite } from './invite.tsx';
import { MemberSheet } from './member-sheet.tsx';
import './index.scss';

export type Member = Output<'members.list'>['items'][number];
export const dutyWords: Record<Member['duty'], string> = { owner: '负责人', recruiter: '招聘' };

interface ListProps {
  members: readonly Member[];
  me: string;
  isOwner: boolean;
  onOpen: (member: Member) => void;
}

function List({ members, me, isOwner, onOpen }: ListProps) {
  return (
    <View className="stack">
      <Heading aside={`${members.length} 位`}>能替单位招人的</Heading>
      <Card flush>
        {members.map((member) => (
          <Row
            key={member.workerId}
            icon="user"
            tone={member.duty === 'owner' ? 'act' : 'grey'}
            title={member.workerId === me ? `${member.name}（您）` : member.name}
            words={`${monthDay(member.addedAt)} 加入`}
            aside={<Chip tone={member.duty === 'owner' ? 'act' : 'grey'}>{dutyWords[member.duty]}</Chip>}
            onTap={isOwner || member.workerId === me ? () => onOpen(member) : undefined}
          />
        ))}
      </Card>
      <View className="hint">负责人能加人、换人。离开或移出马上生效，岗位和名片留在单位。</View>
    </View>
  );
}

function Colleagues({ hiring: { employerId, name } }: { hiring: Hiring }) {
  const session = useSession();
  const [opened, setOpened] = useState<Member>();
  const [isInviting, setInviting] = useState(false);
  const list = useCall('members.list', { employerId }, isInviting ? { everyMs: 4000 } : {});
  const me = session?.workerId ?? '';
  const isOwner = list.data?.items.some((one) => one.workerId === me && one.duty === 'owner') ?? false;
  const invite = (
    <Button kind="main" icon="plus" onTap={() => setInviting(true)}>
      请同事加入
    </Button>
  );
  return (
    <Page title="同事" {...(isOwner && !isInviting && { foot: invite })}>
      {isInviting && <Invite employerId={employerId} count={list.data?.items.length} onClose={() => setInviting(false)} />}
      {list.isLoading && <Skeleton shape="rows" />}
      {!list.data && list.problem && <ErrorView problem={list.problem} onRetry={() => void list.reload()} />}
      {list.data?.items.length === 0 && <Empty title="还没有同事" words="负责人可以请同事扫码加入" />}
      {list.data && list.data.items.length > 0 && <List members={list.data.items} me={me} isOwner={isOwner} onOpen={setOpened} />}
      {opened && (
        <MemberSheet
          employerId={employerId}
          employerName={name}
          member={opened}
          isMe={opened.workerId === me}
          isOwner={isOwner}
          isAlone={list.data?.items.length === 1}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Page>
  );
}

/** 同事: who hires for this employer, and the code that brings in one more. */
export default function ColleaguesPage() {
  return <RecruiterOnly title="同事">{(hiring) => <Colleagues key={hiring.employerId} hiring={hiring} />}</RecruiterOnly>;
}
