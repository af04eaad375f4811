import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaTime, monthDay } from '@shanhai/shared/rules/china-day.ts';
import { consentTexts } from '@shanhai/shared/rules/consents.ts';
import { View } from '@tarojs/components';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { go } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { ListenButton } from '../../../ui/listen-button.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Heading } from '../../../ui/row.tsx';
import { TakeBack } from '../../../ui/take-back.tsx';
import { isErasureOnly, takeBack } from './take-back.ts';

type Consent = Output<'consents.mine'>['items'][number];

const howWords: Record<Consent['how'], string> = { tapped: '您点的', spoken: '您当面说的', written: '您写的' };

function givenWords({ at, how, endsAt }: Consent): string {
  const until = endsAt ? `，到 ${monthDay(endsAt)} 自动失效` : '';
  return `${monthDay(at)} ${chinaTime(at)} ${howWords[how]}${until}`;
}

function TakeThisBack({ consent }: { consent: Consent }) {
  const { after } = consentTexts[consent.purpose];
  const save = useAction(() => takeBack(consent), { done: '收回来了' });
  if (isErasureOnly(consent))
    return (
      <View className="stack tight">
        <View className="small t2">{after}</View>
        <Button kind="line" wide onTap={() => go('/areas/rights/erase/index')}>
          去注销
        </Button>
      </View>
    );
  const said = (
    <View className="row top">
      <View className="grow">收回以后：{after}。</View>
      <ListenButton words={`收回以后，${after}`} />
    </View>
  );
  return <TakeBack after={said} busy={save.busy} onTake={() => void save.run()} />;
}

function Given({ consent, isStanding }: { consent: Consent; isStanding: boolean }) {
  const { title, words } = consentTexts[consent.purpose];
  return (
    <Card>
      <View className="row top">
        <View className="grow stack tight">
          <View className="lead b">{title}</View>
          {consent.receiver && <View>给：{consent.receiver}</View>}
          <View className="small t2">{words}</View>
          <View className="small t2">{givenWords(consent)}</View>
          <View className="small t2">您看到的是第 {consent.version} 版</View>
        </View>
        {!isStanding && <Chip tone="grey">{consent.withdrawnAt ? `${monthDay(consent.withdrawnAt)} 收回` : '到期了'}</Chip>}
      </View>
      {isStanding && <TakeThisBack consent={consent} />}
    </Card>
  );
}

function Ledger() {
  const mine = useCall('consents.mine', {});
  if (!mine.data) return <NotYet of={mine} shape="card" />;
  const now = new Date().toISOString();
  const isStanding = ({ withdrawnAt, endsAt }: Consent): boolean => !withdrawnAt && (!endsAt || endsAt > now);
  const standing = mine.data.items.filter(isStanding);
  const ended = mine.data.items.filter((one) => !isStanding(one));
  const keyOf = ({ purpose, about, at }: Consent): string => `${purpose}${about}${at}`;
  if (!mine.data.items.length)
    return (
      <Empty
        title="还没同意过什么"
        words="每次交名片、投岗位，您点的同意都记在这里"
        action={
          <Button kind="line" onTap={() => go('/areas/rights/guide/index')}>
            看隐私保护指引
          </Button>
        }
      />
    );
  return (
    <>
      {standing.map((one) => (
        <Given key={keyOf(one)} consent={one} isStanding />
      ))}
      {ended.length > 0 && <Heading>收回的、到期的</Heading>}
      {ended.map((one) => (
        <Given key={keyOf(one)} consent={one} isStanding={false} />
      ))}
    </>
  );
}

/** 我同意过什么: every yes, to whom, in which words; each can be taken back, with what follows. 〔个人信息保护法 §14–§16〕 */
export default function Consents() {
  return (
    <Page title="我同意过什么">
      <View className="t2">同意是您给的，随时能收回，不影响您看岗位。</View>
      <Ledger />
    </Page>
  );
}
