import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaTime, monthDay } from '@shanhai/shared/rules/china-day.ts';
import { erasureDays } from '@shanhai/shared/rules/rights.ts';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { go } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Agree } from '../../../ui/choice.tsx';
import { ListenButton } from '../../../ui/listen-button.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Heading, Row } from '../../../ui/row.tsx';

type Erasure = Output<'rights.erasure'>;
const goes = ['姓名、电话、哪里人、会什么', '身份证号、人员类别', '交出去的名片、投的岗位里您的名字电话', '消息、替您办事的人、微信和这里的联系'];

function WhatStays({ keeps }: Pick<Erasure, 'keeps'>) {
  return (
    <>
      <Heading>法律让留的</Heading>
      <Card flush>
        {keeps.map(({ what, law, until }) => (
          <Row key={what} icon="doc" tone="grey" title={what} words={`${until}，${law}`} />
        ))}
      </Card>
      <View className="small t2">留下的里面没有您的名字、电话和身份证号。</View>
    </>
  );
}

const daysLeft = (dueAt: string): number => Math.max(0, Math.ceil((Date.parse(dueAt) - Date.now()) / 86_400_000));

function Waiting({ dueAt, keeps }: { dueAt: string; keeps: Erasure['keeps'] }) {
  const cancel = useAction(() => call('rights.cancelErasure', {}), { done: '不注销了，都还在' });
  const words = `${monthDay(dueAt)} ${chinaTime(dueAt)} 开始删，删了就找不回来`;
  return (
    <>
      <Banner kind="wait" title={`还有 ${daysLeft(dueAt)} 天注销`} words={words} aside={<ListenButton words={`还有${daysLeft(dueAt)}天注销，${words}`} />} />
      <Button kind="main" busy={cancel.busy} onTap={() => void cancel.run()}>
        我反悔了，不注销
      </Button>
      <WhatStays keeps={keeps} />
    </>
  );
}

function Ask({ keeps }: Pick<Erasure, 'keeps'>) {
  const [isSure, setSure] = useState(false);
  const ask = useAction(
    async () => {
      await call('rights.askErasure', {});
      // how many days are left stands above, and the button was at the foot
      void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
    },
    { done: `记下了，${erasureDays} 天后注销` },
  );
  const spoken = `注销以后，这些都删掉：${goes.join('；')}。先等${erasureDays}天，这几天随时能反悔。答应过的岗位会让出来。`;
  return (
    <>
      <Card>
        <View className="row">
          <View className="h3 grow">这些都删掉</View>
          <ListenButton words={spoken} />
        </View>
        {goes.map((what) => (
          <View key={what} className="row top">
            <View>·</View>
            <View className="grow">{what}</View>
          </View>
        ))}
        <View className="t2">您答应过还没去的岗位，会把名额让出来。</View>
      </Card>
      <WhatStays keeps={keeps} />
      <Agree words={`我知道 ${erasureDays} 天后都删掉，找不回来`} isOn={isSure} onChange={setSure} />
      <Button kind="stop" wide disabled={isSure ? false : '先点上面的“我知道”'} busy={ask.busy} onTap={() => void ask.run()}>
        注销，删掉我的资料
      </Button>
    </>
  );
}

function StaffFirst() {
  return (
    <>
      <Banner kind="info" title="您还有工作身份" words="在单位招人的，到“同事”里点自己离开；别的身份，请上级撤下，再来注销" />
      <Button kind="line" wide onTap={() => go('/tabs/me/index')}>
        回到我的
      </Button>
    </>
  );
}

/** 注销: what goes, what a law makes stay, a week to think it over. 〔个人信息保护法 §47〕 */
export default function Erase() {
  const erasure = useCall('rights.erasure', {});
  const { data } = erasure;
  return (
    <Page title="注销">
      {!data ? (
        <NotYet of={erasure} shape="card" />
      ) : data.dueAt ? (
        <Waiting dueAt={data.dueAt} keeps={data.keeps} />
      ) : data.isStaff ? (
        <StaffFirst />
      ) : (
        <Ask keeps={data.keeps} />
      )}
    </Page>
  );
}
