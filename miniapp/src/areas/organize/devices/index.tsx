import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaTime } from '@shanhai/shared/rules/china-day.ts';
import { deviceName, isSilent, type LampState, mayAddOf, mayAddWords } from '@shanhai/shared/rules/devices.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { go, useParams } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { ChooseOne } from '../../../ui/choice.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Lamp } from '../../../ui/figures.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Heading } from '../../../ui/row.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { HeldPart } from './held-part.tsx';
import './index.scss';

type Device = Output<'devices.list'>['items'][number];

const everyMs = 15_000;
const lampWords: Record<LampState, string> = { ok: '查过，可以开门', wait: '查过，有黄灯', stop: '查过，有红灯' };
const reasons = ['手机丢了', '借的还了', '别人拿错了', '不在这里用了'] as const;
const lampWordsAtBooth: Record<LampState, string> = { ...lampWords, ok: '查过，可以开场' };

const minutesAgo = (at: string, now: string): number => Math.floor((Date.parse(now) - Date.parse(at)) / 60_000);

function seenWords({ seenAt }: Device, now: string): string {
  const minutes = minutesAgo(seenAt, now);
  if (minutes < 1) return '刚刚有消息';
  return minutes < 60 ? `${minutes} 分钟前有消息` : `${chinaTime(seenAt)} 有消息`;
}

/** 大门, 展位, or a screen that only shows the code. */
function kindOf({ kind, appVersion, screenAt }: Device): '大门' | '展位' | '屏幕' {
  if (kind === 'booth') return '展位';
  return appVersion === '' && screenAt ? '屏幕' : '大门';
}
/** Not broken within the end of the id. */
const tailOf = ({ deviceId }: Device): string => deviceName(deviceId).replace(' ', '\u00a0');
const nameOf = (device: Device): string => [device.gate, device.employer, tailOf(device)].filter(Boolean).join(' ');

/** What the organizer has to know first. */
function stateOf(device: Device, now: string): { tone: 'ok' | 'wait' | 'stop' | 'grey'; words: string } {
  if (device.revokedAt) return { tone: 'grey', words: '停用了' };
  if (device.doneAt) return { tone: 'grey', words: '收工了' };
  if (kindOf(device) === '屏幕') return { tone: 'ok', words: '放着码' };
  // a booth's device that is put away has nothing left; at a gate nobody knows whom it let in
  if (isSilent(device, now) && device.kind === 'booth' && device.queue === 0) return { tone: 'grey', words: '没消息' };
  if (isSilent(device, now)) return { tone: 'stop', words: device.queue > 0 ? '没消息，有没传的' : '没消息' };
  return device.queue > 0 ? { tone: 'wait', words: '在传' } : { tone: 'ok', words: '都传了' };
}

function Facts({ device, now }: { device: Device; now: string }) {
  const { queue, rosterAt, appVersion, who, skewMs, screenAt } = device;
  const facts = [
    seenWords(device, now),
    queue > 0 && `没传 ${queue} 条`,
    rosterAt && `${device.kind === 'booth' ? '名片' : '名单'} ${chinaTime(rosterAt)} 版`,
    screenAt && `放会换的码，${chinaTime(screenAt)} 还在`,
    skewMs !== undefined && Math.abs(skewMs) >= 60_000 && `时间差 ${Math.round(Math.abs(skewMs) / 1000)} 秒`,
    who,
    appVersion && `版本 ${appVersion}`,
  ].filter(Boolean);
  return <View className="li-words">{facts.join(' · ')}</View>;
}

function DeviceRow({ fairId, device, now, onRevoke }: { fairId: string; device: Device; now: string; onRevoke: () => void }) {
  const { deviceId, kind, lamp, revokedAt, reason, held, queue } = device;
  const restore = useAction(() => call('devices.restore', { fairId, deviceId }), { done: '恢复了' });
  const { tone, words } = stateOf(device, now);
  return (
    <View className="li is-still devices-row">
      <View className="row fw">
        <View className="li-title grow">{nameOf(device)}</View>
        {kindOf(device) === '屏幕' && <Chip>屏幕</Chip>}
        <Chip tone={tone}>{words}</Chip>
      </View>
      <Facts device={device} now={now} />
      {isSilent(device, now) && queue > 0 && (
        <View className="stop-t">
          {minutesAgo(device.seenAt, now)} 分钟没消息，上面还有 {queue} 条。去看看：连上网，或交给同事
        </View>
      )}
      {lamp && !revokedAt && (
        <Lamp state={lamp.state}>
          {chinaTime(lamp.at)} {(kind === 'booth' ? lampWordsAtBooth : lampWords)[lamp.state]}
        </Lamp>
      )}
      {revokedAt && (
        <View className="li-words">
          {chinaTime(revokedAt)} 停用：{reason}
          {queue > 0 && `。停用时还有 ${queue} 条，可在那台上交给同事`}
        </View>
      )}
      {held > 0 && <HeldPart fairId={fairId} device={device} />}
      <View className="row">
        {revokedAt ? (
          <Button kind="line" busy={restore.busy} onTap={() => void restore.run()}>
            恢复
          </Button>
        ) : (
          <Button kind="quiet" onTap={onRevoke}>
            停用这台
          </Button>
        )}
      </View>
    </View>
  );
}

const revokeWords = ({ kind }: Device): string =>
  kind === 'booth'
    ? '马上不能看名片、答复，名字不留在上面。没传的留在那台上，不会丢。同一个人换一台，照样能用。'
    : '马上不能扫码、查人。没传的留在那台上，不会丢，可用码交给同事。';

/** Why a device is taken out of service; said before, with what becomes of what is on it. */
function RevokeSheet({ fairId, device, onClose }: { fairId: string; device: Device; onClose: () => void }) {
  const [reason, setReason] = useState<(typeof reasons)[number]>();
  const revoke = useAction(async () => {
    if (!reason) return;
    await call('devices.revoke', { fairId, deviceId: device.deviceId, reason });
    onClose();
  });
  return (
    <Sheet isOpen onClose={onClose} label="停用设备">
      <View className="h2">停用{nameOf(device)}？</View>
      <View className="t2">{revokeWords(device)}</View>
      {device.screenAt && (
        <View className="wait-t">
          它放着会换的码：连着网，一分钟内就灭；没网的话，灭不了。要它马上作废，停用后到“到场怎么算”换一把钥匙，别的屏幕连上网自己换。
        </View>
      )}
      <ChooseOne label="为什么" options={reasons.map((value) => ({ value, words: value }))} value={reason} onChange={setReason} />
      <Button kind="stop" busy={revoke.busy} disabled={!reason} onTap={() => void revoke.run()}>
        停用
      </Button>
      <Button kind="quiet" wide onTap={onClose}>
        先不停
      </Button>
    </Sheet>
  );
}

interface GroupProps {
  title: string;
  fairId: string;
  readAt: string;
  devices: readonly Device[];
  onRevoke: (device: Device) => void;
}

function Group({ title, fairId, readAt, devices, onRevoke }: GroupProps) {
  if (devices.length === 0) return null;
  return (
    <View className="stack">
      <Heading aside={`${devices.length} 台`}>{title}</Heading>
      <Card flush className="devices-list">
        {devices.map((device) => (
          <DeviceRow key={device.deviceId} fairId={fairId} device={device} now={readAt} onRevoke={() => onRevoke(device)} />
        ))}
      </Card>
    </View>
  );
}

/** Somebody has to decide or to go there; then those at work; last what is put away. */
function urgencyOf(device: Device, now: string): number {
  if (device.held > 0) return 0;
  const { tone } = stateOf(device, now);
  if (tone === 'stop') return device.queue > 0 ? 1 : 3;
  return tone === 'grey' ? 4 : 2;
}

function Devices({ fairId, list }: { fairId: string; list: Output<'devices.list'> }) {
  const [asked, setAsked] = useState<Device>();
  const { readAt } = list;
  const items = [...list.items].sort((a, b) => urgencyOf(a, readAt) - urgencyOf(b, readAt));
  const may = mayAddWords(mayAddOf(items, readAt));
  const [booths, others] = [items.filter(({ kind }) => kind === 'booth'), items.filter(({ kind }) => kind !== 'booth')];
  const lost = items.filter((device) => isSilent(device, readAt) && device.queue > 0);
  if (items.length === 0)
    return (
      <Empty
        title="还没有设备来过"
        words="在门口打开“门口签到”，在展位打开“展位”，就排在这里。前一天，每台都连着网打开一次：没开过的浏览器，断网那天打不开"
        action={<Button onTap={() => go('/areas/gate/door/index', { fairId })}>去门口</Button>}
      />
    );
  return (
    <>
      {may ? <Banner kind={lost.length ? 'failed' : 'queued'} title={may} words="传上来，到场的数就补上" /> : <Banner kind="synced" title="都传上来了" />}
      <Group title="大门" {...{ fairId, readAt }} devices={others} onRevoke={setAsked} />
      <Group title="展位" {...{ fairId, readAt }} devices={booths} onRevoke={setAsked} />
      {asked && <RevokeSheet fairId={fairId} device={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

/** All devices of a fair: which are heard of, what is left on them, and out of service with a reason. */
export default function FairDevices() {
  const { fairId = '' } = useParams('/areas/organize/devices/index');
  const list = useCall('devices.list', { fairId }, { when: fairId !== '', everyMs });
  return (
    <Page title="现场的设备" wide>
      {list.isLoading && <Skeleton shape="rows" />}
      {list.data ? <Devices fairId={fairId} list={list.data} /> : list.problem && <ErrorView problem={list.problem} onRetry={() => void list.reload()} />}
      {!fairId && <Empty title="不知道是哪一场" action={<Button onTap={() => go('/areas/organize/fairs/index')}>看我们的招聘会</Button>} />}
    </Page>
  );
}
