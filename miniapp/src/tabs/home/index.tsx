import { chinaTime } from '@shanhai/shared/rules/china-day.ts';
import { View } from '@tarojs/components';
import { scanAndOpen } from '../../api/open-scanned.ts';
import { useSession } from '../../api/session-store.ts';
import { useAction } from '../../api/use-action.ts';
import { useCall } from '../../api/use-call.ts';
import { askToSignIn, go, type MenuEntry, menuOf, type Role, roleWords } from '../../nav.ts';
import { Button } from '../../ui/button.tsx';
import type { Tone } from '../../ui/chip.tsx';
import type { IconName } from '../../ui/icon-names.ts';
import { Page } from '../../ui/page.tsx';
import { Card, Row, Tile } from '../../ui/row.tsx';
import { Tap } from '../../ui/tap.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { CheckInNews } from './check-in-news.tsx';
import { ComingFairs } from './coming-fairs.tsx';
import { PickedForYou } from './picked-for-you.tsx';
import { StillLooking } from './still-looking.tsx';
import { WorkerToday } from './worker-today.tsx';
import './index.scss';

function greeting(hour: number): string {
  if (hour < 11) return '早上好';
  if (hour < 14) return '中午好';
  return hour < 18 ? '下午好' : '晚上好';
}

function Greeting({ isWorker }: { isWorker: boolean }) {
  const me = useCall('workers.me', {}, { when: isWorker, keep: true });
  const hello = greeting(Number.parseInt(chinaTime(new Date().toISOString()), 10));
  return <View className="h2">{me.data?.name ? `${me.data.name}，${hello}` : hello}</View>;
}

function Doing({ icon, tone, words, onTap }: { icon: IconName; tone: Tone; words: string; onTap: () => void }) {
  return (
    <Tap className="doing" onTap={onTap}>
      <Tile icon={icon} tone={tone} />
      {words}
    </Tap>
  );
}

const tones: readonly Tone[] = ['ok', 'act', 'wait'];
/** What one does most, by the role one is in. */
const doingsOf = (role: Role): readonly MenuEntry[] => (role === 'worker' ? forWorkers : menuOf[role].slice(0, tones.length));
const forWorkers: readonly MenuEntry[] = [
  { words: '招聘会', icon: 'calendar', address: '/areas/fairs/list/index' },
  { words: '找工作', icon: 'search', address: '/tabs/jobs/index' },
  { words: '名片', icon: 'user', address: '/areas/workers/profile/index' },
];

function Doings({ role }: { role: Role }) {
  const look = useAction(async () => {
    const sentence = await scanAndOpen();
    if (sentence) showToast(sentence, 'stop');
  });
  return (
    <View className="doings">
      <Doing icon="scan" tone="act" words="扫一扫" onTap={() => void look.run()} />
      {doingsOf(role).map(({ words, icon, address }, at) => (
        <Doing key={address} icon={icon} tone={tones[at] ?? 'act'} words={words} onTap={() => go(address)} />
      ))}
    </View>
  );
}

/** 首页: today's number, how far along, what one can do, the fairs to come. */
export default function Home() {
  const session = useSession();
  const role = session?.acting.role;
  return (
    <Page title="首页" brand hero={{ words: <Greeting isWorker={role === 'worker'} />, tall: 196 }}>
      {role === 'worker' && (
        <>
          <CheckInNews />
          <StillLooking />
          <WorkerToday />
        </>
      )}
      {role && role !== 'worker' && (
        <Card flush>
          <Row icon="swap" title={`现在是：${roleWords[role]}`} words={`${session.acting.scopeName ?? ''}，点这里换身份`} onTap={() => go('/tabs/me/index')} />
        </Card>
      )}
      {!role && SIGN_IN !== 'wechat' && (
        <Button kind="line" wide icon="user" onTap={askToSignIn}>
          先登录
        </Button>
      )}
      <Doings role={role ?? 'worker'} />
      {role === 'worker' && <PickedForYou />}
      <ComingFairs />
    </Page>
  );
}
