import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import { call } from '../../api/call.ts';
import { scanAndOpen } from '../../api/open-scanned.ts';
import { type Session, useSession } from '../../api/session-store.ts';
import { useAction } from '../../api/use-action.ts';
import { useCall } from '../../api/use-call.ts';
import { askToSignIn, go, homeOf, menuOf, restartAt, roleWords } from '../../nav.ts';
import { Button } from '../../ui/button.tsx';
import { Switch } from '../../ui/choice.tsx';
import { Empty, ErrorView } from '../../ui/empty.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MessagesRow } from '../../ui/messages-row.tsx';
import { Page } from '../../ui/page.tsx';
import { RoleChooser } from '../../ui/role-chooser.tsx';
import { Card, Heading, Row } from '../../ui/row.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextSizes } from '../../ui/text-sizes.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { SignOut } from './sign-out.tsx';
import './index.scss';

function Who({ name, words, onCard }: { name: string | undefined; words: string; onCard?: () => void }) {
  return (
    <View className="row fw">
      <View className="face">{name ? Array.from(name)[0] : <Icon name="user" size={28} />}</View>
      <View className="grow">
        <View className="h2">{name ?? '还没填名字'}</View>
        <View className="small t2">{words}</View>
      </View>
      {onCard && (
        <Button kind="soft" onTap={onCard}>
          我的名片
        </Button>
      )}
    </View>
  );
}

/** 〔个人信息保护法 §24：不针对个人特征的选项〕 */
function RankingSwitch({ isOff }: { isOff: boolean }) {
  const save = useAction(async (isRankingOff: boolean) => call('workers.change', { isRankingOff }), { done: '记下了' });
  return (
    <Card>
      <Switch words="按我说的推荐岗位" isOn={!isOff} onChange={(isOn) => void save.run(!isOn)} />
      <View className="small t2">{isOff ? '现在不推荐，新发的排在前面' : '只看您想做什么、会什么，关了就按新旧排'}</View>
    </Card>
  );
}

/** Off until the person says so. 〔个人信息保护法 §13、§23〕 */
function FindableSwitch({ isOn }: { isOn: boolean }) {
  const save = useAction(async (isFindable: boolean) => call('workers.change', { isFindable }), { done: '记下了' });
  return (
    <Card>
      <Switch words="单位可以找我" isOn={isOn} onChange={(next) => void save.run(next)} />
      <View className="small t2">
        {isOn ? '核验过的单位看得到：' : '打开后，核验过的单位看得到：'}
        您姓什么、哪个县的、想做什么、会什么、为什么合适。看不到全名和电话。来问您，理不理由您，随时能关
      </View>
    </Card>
  );
}

/** The guide, and that it waits for a yes: new here, or its words changed. */
function GuideRow() {
  const mine = useCall('consents.mine', {});
  const words = mine.data?.asksPrivacy ? '看看怎么用您的资料，同意请点一下' : '怎么用您的资料，谁看得到';
  return <Row icon="doc" tone={mine.data?.asksPrivacy ? 'act' : 'grey'} title="隐私保护指引" words={words} onTap={() => go('/areas/rights/guide/index')} />;
}

/** Somebody looking for work: name, today's number, whom the card went to. */
function WorkerPart() {
  const me = useCall('workers.me', {}, { keep: true });
  const been = useCall('attendance.mine', {});
  const cards = useCall('cards.mine', {});
  const given = cards.data?.items.filter((card) => !card.withdrawnAt).length;
  const latest = been.data?.items[0];
  const openCard = (): void => go('/areas/workers/profile/index');
  if (me.isLoading) return <Skeleton />;
  if (!me.data) return me.problem ? <ErrorView problem={me.problem} onRetry={() => void me.reload()} /> : null;
  return (
    <>
      <Who name={me.data.name} words={latest ? `${latest.fairTitle} ${spokenNumber(latest.number)} 号` : '还没去过招聘会'} onCard={openCard} />
      <Card flush>
        <MessagesRow />
        <Row icon="doc" title="我投的岗位" words="到哪一步了，想收回也在这里" onTap={() => go('/areas/applications/mine/index')} />
        <Row icon="calendar" tone="grey" title="约好的见面" words="几点、在哪儿，能改能退" onTap={() => go('/areas/interviews/mine/index')} />
        <Row icon="lock" title="名片给过谁" words={given ? `${given} 家，随时能收回` : '随时能看，能收回'} onTap={() => go('/areas/cards/given/index')} />
        <Row icon="eyeoff" tone="grey" title="谁看过我的资料" words="看一次，记一次" onTap={() => go('/areas/workers/views/index')} />
        <Row icon="lock" tone="grey" title="我的资料和同意" words="看、改、存一份、收回、注销" onTap={() => go('/areas/rights/held/index')} />
        <GuideRow />
        <Row icon="user" tone="grey" title="我的名片" words="名字、电话、想做什么" onTap={openCard} />
        <Row icon="people" tone="grey" title="我代办的人" words="替家里人、邻居登记" onTap={() => go('/areas/proxies/list/index')} />
        <Row icon="undo" tone="grey" title="别人替我登记的" words="拿回来自己管" onTap={() => go('/areas/workers/records/index')} />
        <Row icon="building" tone="grey" title="我要招人" words="登记单位，核验过就能招" onTap={() => go('/areas/employers/form/index')} />
      </Card>
      <RankingSwitch isOff={me.data.isRankingOff === true} />
      {!me.data.isRankingOff && <FindableSwitch isOn={me.data.isFindable === true} />}
    </>
  );
}

/** Staff: on behalf of whom, what there is to do, and the desktop. */
function StaffPart({ acting }: { acting: Session['acting'] }) {
  const scanDesk = useAction(async () => {
    const sentence = await scanAndOpen();
    if (sentence) showToast(sentence, 'stop');
  });
  return (
    <>
      <Who name={acting.scopeName ?? roleWords[acting.role]} words={roleWords[acting.role]} />
      <Card flush>
        {menuOf[acting.role].map((entry) => (
          <Row key={entry.address} icon={entry.icon} title={entry.words} onTap={() => go(entry.address)} />
        ))}
        {SIGN_IN === 'wechat' && <Row icon="scan" tone="grey" title="扫码登录电脑" onTap={() => void scanDesk.run()} />}
      </Card>
    </>
  );
}

function SignedIn({ session }: { session: Session }) {
  const isWorker = session.acting.role === 'worker';
  return (
    <>
      {isWorker ? <WorkerPart /> : <StaffPart acting={session.acting} />}
      {session.held.length > 1 && (
        <View className="stack">
          <Heading>换身份</Heading>
          <RoleChooser session={session} onChosen={(next) => restartAt(homeOf[next.acting.role])} />
        </View>
      )}
      <TextSizes />
      {SIGN_IN !== 'wechat' && <SignOut workerId={session.workerId} />}
    </>
  );
}

/** 我的: who I am, in which role, how large the letters are. */
export default function Me() {
  const session = useSession();
  return (
    <Page title="我的">
      {session ? (
        <SignedIn session={session} />
      ) : (
        <>
          <Empty title="还没登录" action={SIGN_IN !== 'wechat' && <Button onTap={askToSignIn}>去登录</Button>} />
          <TextSizes />
        </>
      )}
    </Page>
  );
}
