import { type HubAddress, hubAddress, hubSecret, readPairing } from '@shanhai/shared/rules/hub.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { asRefusal } from '../../../api/refusal.ts';
import { deviceId } from '../../../api/session-store.ts';
import { useAction } from '../../../api/use-action.ts';
import { go, goBack, useParams } from '../../../nav.ts';
import { Banner, type BannerKind } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Field } from '../../../ui/field.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Heading, Pairs } from '../../../ui/row.tsx';
import { scan } from '../../../ui/scan.ts';
import { showToast } from '../../../ui/toast-store.ts';
import { askHub, type HubState, keepHub, mayReachHub, useHub, useHubState } from '../hub-link.ts';

/** Why it does not answer, for somebody who holds the phone in a hall. */
function whyNot(error: unknown): string {
  const { code } = asRefusal(error);
  if (code === 'clock_off') return '这台手机和主机的时间差太多，都打开“自动设置时间”';
  if (code === 'not_allowed') return '配对码不对，看着主机再输一遍，或扫码';
  return '没连上。手机和主机要连同一个无线网，主机要开着';
}

/** Asks it for its list: address, code and fair are right when it answers. */
async function tryHub(fairId: string, hub: HubAddress): Promise<string | undefined> {
  try {
    await askHub(hub, 'attendance.snapshot', { fairId, deviceId: deviceId() });
    return undefined;
  } catch (error) {
    return whyNot(error);
  }
}

const stateWords: Record<HubState, string> = { up: '通着', away: '不通，各门先自己记', unknown: '还没试过' };
const stateKinds: Record<HubState, BannerKind> = { up: 'synced', away: 'offline', unknown: 'info' };

function Paired({ fairId, hub }: { fairId: string; hub: HubAddress }) {
  const state = useHubState();
  const look = useAction(async () => {
    const why = await tryHub(fairId, hub);
    showToast(why ?? '通着', why ? 'stop' : undefined);
  });
  return (
    <>
      <Banner kind={stateKinds[state]} title={`现场主机${stateWords[state]}`} words="没网时先问它：别的门进过的，这台也知道" />
      <Card>
        <Pairs items={[['地址', hub.address]]} />
      </Card>
      <Button kind="main" busy={look.busy} busyWords="正在试" onTap={() => void look.run()}>
        试一下
      </Button>
      <Button kind="quiet" wide onTap={() => keepHub(fairId, undefined)}>
        这台不用主机了
      </Button>
    </>
  );
}

function usePairing(fairId: string) {
  const [problem, setProblem] = useState<string>();
  const pair = useAction(async (hub: HubAddress) => {
    const why = await tryHub(fairId, hub);
    setProblem(why);
    if (!why) keepHub(fairId, hub);
  });
  const scanIt = async (): Promise<void> => {
    const scanned = await scan({ title: '扫主机上的码', hint: '电脑上“现场主机”那一页' });
    if (!scanned) return;
    const pairing = readPairing(scanned.code ?? '');
    if (!pairing) setProblem('这不是现场主机的码');
    else if (pairing.fairId !== fairId) setProblem('这台主机是给别场用的');
    else await pair.run(pairing);
  };
  return { problem, pair, scanIt };
}

function Pair({ fairId }: { fairId: string }) {
  const [address, setAddress] = useState('');
  const [secret, setSecret] = useState('');
  const { problem, pair, scanIt } = usePairing(fairId);
  const typed = { address: hubAddress(address), secret: hubSecret(secret) };
  return (
    <>
      {problem && <Banner kind="failed" title={problem} />}
      <Card>
        <Heading>几个门，没网也对得上</Heading>
        <View className="t2">场内放一台电脑当主机，门口的手机连同一个无线网。没网时一个人在东门进过，西门也知道。</View>
      </Card>
      <Button kind="main" icon="scan" busy={pair.busy} busyWords="正在连" onTap={() => void scanIt()}>
        扫主机上的码
      </Button>
      <Card>
        <Heading>扫不了就照着输</Heading>
        <View className="stack">
          <Field label="地址" value={address} onChange={setAddress} placeholder="主机上的地址" most={24} />
          <Field label="配对码" value={secret} onChange={setSecret} placeholder="16 个字" most={24} />
          <Button
            kind="line"
            wide
            busy={pair.busy}
            disabled={typed.address ? (typed.secret ? false : '配对码还不全') : '先输地址'}
            onTap={() => {
              if (typed.address && typed.secret) void pair.run({ address: typed.address, secret: typed.secret });
            }}
          >
            连上主机
          </Button>
        </View>
      </Card>
    </>
  );
}

/** The laptop in the hall that this gate asks while there is no network. */
export default function GateHub() {
  const { fairId = '' } = useParams('/areas/gate/hub/index');
  const hub = useHub(fairId);
  return (
    <Page title="现场主机">
      {!mayReachHub && (
        <Empty
          title="要用手机微信里的门口"
          words="浏览器连不上现场主机，没网时照样自己记，有网就传"
          action={<Button onTap={() => goBack('organizer')}>回门口</Button>}
        />
      )}
      {mayReachHub && fairId && (hub ? <Paired fairId={fairId} hub={hub} /> : <Pair fairId={fairId} />)}
      {mayReachHub && !fairId && <Empty title="不知道是哪一场" action={<Button onTap={() => go('/areas/organize/fairs/index')}>看我们的招聘会</Button>} />}
    </Page>
  );
}
