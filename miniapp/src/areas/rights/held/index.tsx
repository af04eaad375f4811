import type { Output } from '@shanhai/shared/contract/contract.ts';
import { monthDay } from '@shanhai/shared/rules/china-day.ts';
import { heldWords } from '@shanhai/shared/rules/rights.ts';
import { View } from '@tarojs/components';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { type Address, go } from '../../../nav.ts';
import { Switch } from '../../../ui/choice.tsx';
import type { IconName } from '../../../ui/icon-names.ts';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Heading, Row } from '../../../ui/row.tsx';
import { CopyPart } from './copy-part.tsx';

type Held = Output<'rights.held'>['items'][number];

/** Where each kind is looked at and put right. */
const placeOf: Record<Held['kind'], Address | undefined> = {
  profile: '/areas/workers/profile/index',
  sealed_id: '/areas/workers/resident-id/index',
  categories: '/areas/workers/categories/index',
  check_ins: undefined,
  passages: undefined,
  cards: '/areas/cards/given/index',
  applications: '/areas/applications/mine/index',
  interviews: '/areas/interviews/mine/index',
  messages: '/areas/messages/list/index',
  views: '/areas/workers/views/index',
  consents: '/areas/rights/consents/index',
  helpers: '/areas/workers/records/index',
  helped: '/areas/proxies/list/index',
  complaints: '/areas/complaints/mine/index',
  roles: undefined,
};
const iconOf: Partial<Record<Held['kind'], IconName>> = {
  profile: 'user',
  sealed_id: 'lock',
  categories: 'lock',
  views: 'eyeoff',
  cards: 'doc',
  messages: 'bell',
};

const countWords = ({ count, lastAt }: Held): string => `${count} 条${lastAt ? `，最近 ${monthDay(lastAt)}` : ''}`;

/** By kind, the empty ones in one line. */
function HeldList({ items }: { items: readonly Held[] }) {
  const there = items.filter(({ count }) => count > 0);
  const none = items.filter(({ count }) => count === 0).map(({ kind }) => heldWords[kind]);
  return (
    <>
      <Card flush>
        {there.map((held) => {
          const place = placeOf[held.kind];
          return (
            <Row
              key={held.kind}
              icon={iconOf[held.kind] ?? 'list'}
              tone="grey"
              title={heldWords[held.kind]}
              words={countWords(held)}
              {...(place && { onTap: () => go(place as '/areas/workers/profile/index') })}
            />
          );
        })}
      </Card>
      {none.length > 0 && <View className="small t2">没存的：{none.join('、')}</View>}
    </>
  );
}

function RankingSwitch() {
  const me = useCall('workers.me', {});
  const save = useAction(async (isRankingOff: boolean) => call('workers.change', { isRankingOff }), { done: '记下了' });
  if (!me.data) return null;
  const isOn = !me.data.isRankingOff;
  return (
    <Card>
      <Switch words="让电脑按我说的推荐岗位" isOn={isOn} onChange={(next) => void save.run(!next)} />
      <View className="small t2">{isOn ? '关了，岗位就按新旧排' : '现在不推荐，新发的排在前面'}</View>
    </Card>
  );
}

/** The way out; once it is asked for, until when one may think again. */
function EraseRow() {
  const { dueAt } = useCall('rights.erasure', {}).data ?? {};
  return (
    <Row
      icon="out"
      tone={dueAt ? 'wait' : 'grey'}
      title={dueAt ? `${monthDay(dueAt)} 就删我的资料` : '注销，删掉我的资料'}
      words={dueAt ? '想留下，点这里反悔' : '先想七天，随时能反悔'}
      onTap={() => go('/areas/rights/erase/index')}
    />
  );
}

/** 我的资料: what is held, who looked, what I agreed to, a copy to keep, and the way out. 〔个人信息保护法 §44–§47〕 */
export default function MyData() {
  const held = useCall('rights.held', {});
  return (
    <Page title="我的资料">
      <View className="t2">这里存着您的什么，都列在下面。点开能看、能改。</View>
      {held.data ? <HeldList items={held.data.items} /> : <NotYet of={held} shape="rows" />}
      <CopyPart />
      <Heading>谁看、怎么用</Heading>
      <Card flush>
        <Row icon="eyeoff" title="谁看过我的资料" words="看一次，记一次" onTap={() => go('/areas/workers/views/index')} />
        <Row icon="check" title="我同意过什么" words="每一条都能收回" onTap={() => go('/areas/rights/consents/index')} />
        <Row icon="doc" tone="grey" title="隐私保护指引" onTap={() => go('/areas/rights/guide/index')} />
        <Row icon="doc" tone="grey" title="用户协议" onTap={() => go('/areas/rights/terms/index')} />
      </Card>
      <RankingSwitch />
      <Heading>不想用了</Heading>
      <Card flush>
        <EraseRow />
      </Card>
    </Page>
  );
}
