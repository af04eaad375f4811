import { chinaDay, daysBetween } from '@shanhai/shared/rules/china-day.ts';
import { roleGivenWords } from '@shanhai/shared/rules/given-roles.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useSession } from '../../../api/session-store.ts';
import { useCall } from '../../../api/use-call.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Heading, Row } from '../../../ui/row.tsx';
import { GiveSheet } from './give-sheet.tsx';
import type { Grant } from './grant.ts';
import { GrantSheet } from './grant-sheet.tsx';

const soonDays = 14;
function Ends({ untilOn }: Grant) {
  if (!untilOn) return <Chip tone="stop">没有截止日</Chip>;
  const left = daysBetween(chinaDay(new Date().toISOString()), untilOn);
  if (left < 0) return <Chip tone="grey">到期了</Chip>;
  return <Chip tone={left <= soonDays ? 'wait' : 'ok'}>{`到 ${untilOn}`}</Chip>;
}

function About({ grant }: { grant: Grant }) {
  const { scopeName, role, grantedByName } = grant;
  return (
    <>
      <View>{scopeName + roleGivenWords[role]}</View>
      <View className="row fw">
        <Ends {...grant} />
        <View>{grantedByName ? `${grantedByName}给的` : '开通时给的'}</View>
      </View>
    </>
  );
}

/** 谁有什么权限: the roles of staff in the region, with their end; given, renewed and taken back here. */
export default function GivenRoles() {
  const session = useSession();
  const isOfficer = session?.acting.role === 'officer';
  const [opened, setOpened] = useState<Grant>();
  const [isGiving, setGiving] = useState(false);
  const list = useCall('identity.roles', {}, { when: isOfficer });
  const give = (
    <Button kind="main" icon="scan" onTap={() => setGiving(true)}>
      扫码给人权限
    </Button>
  );
  return (
    <Page title="谁有什么权限" wide foot={give}>
      <View className="t2">权限最长给一年，到期自动停。人走了马上收回，五秒内到处生效。</View>
      {!list.data && <NotYet of={list} shape="rows" />}
      {list.data?.items.length === 0 && <Empty title="还没有给过权限" words="请对方打开“我的资料”，扫他的码" />}
      {list.data && list.data.items.length > 0 && (
        <>
          <Heading aside={`${list.data.items.length} 位`}>快到期的在前</Heading>
          <Card flush>
            {list.data.items.map((grant) => (
              <Row
                key={`${grant.workerId}${grant.role}${grant.scope}`}
                icon="user"
                title={grant.name ?? '没填姓名'}
                words={<About grant={grant} />}
                onTap={() => setOpened(grant)}
              />
            ))}
          </Card>
        </>
      )}
      {opened && <GrantSheet key={opened.workerId} grant={opened} onClose={() => setOpened(undefined)} />}
      {isGiving && session?.acting.scope && <GiveSheet scope={session.acting.scope} onClose={() => setGiving(false)} />}
    </Page>
  );
}
