import type { Output } from '@shanhai/shared/contract/contract.ts';
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
import { Field } from '../../../ui/field.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Row } from '../../../ui/row.tsx';
import { scan } from '../../../ui/scan.ts';
import { useWideScreen } from '../../../ui/screen.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { showToast } from '../../../ui/toast-store.ts';

type Steward = Output<'stewards.list'>['items'][number];
type Duty = Steward['duty'];

const dutyWords: Record<Duty, string> = { steward: '扫码的', supervisor: '门口负责人' };
const dutyOptions = [
  { value: 'steward', words: '扫码的' },
  { value: 'supervisor', words: '门口负责人' },
] as const;
const dutyMeans: Record<Duty, string> = {
  steward: '能扫码、登记没手机的人，撤自己刚签的。',
  supervisor: '另外能按名字查人、人满了放行、撤别人签的、看没进来的。',
};

function DutyChoice({ duty, onChange }: { duty: Duty; onChange: (duty: Duty) => void }) {
  return (
    <View>
      <ChooseOne label="让他做什么" options={dutyOptions} value={duty} onChange={onChange} />
      <View className="hint">{dutyMeans[duty]}</View>
    </View>
  );
}

/** The person's own code was scanned: a name for the list, and what they may do. */
function AddSheet({ fairId, code, onClose }: { fairId: string; code: string; onClose: () => void }) {
  const [name, setName] = useState('');
  const [duty, setDuty] = useState<Duty>('steward');
  const add = useAction(
    async () => {
      await call('stewards.add', { fairId, code, name: name.trim(), duty });
      onClose();
    },
    { tell: 'inline', done: '请好了，让他换到“门口帮忙”' },
  );
  return (
    <Sheet isOpen onClose={onClose} label="请他来门口">
      <View className="stack">
        <View className="h2">请他来门口</View>
        <Field label="叫什么" value={name} onChange={setName} most={30} focus />
        <DutyChoice duty={duty} onChange={setDuty} />
        {add.problem && <Banner kind="failed" title={add.problem.sentence} />}
        <Button kind="main" busy={add.busy} disabled={name.trim() ? false : '写个名字'} onTap={() => void add.run()}>
          请他来
        </Button>
      </View>
    </Sheet>
  );
}

/** What can be done with somebody at the gate: another duty, or out at once. */
function StewardSheet({ fairId, steward, onClose }: { fairId: string; steward: Steward; onClose: () => void }) {
  const { workerId, name } = steward;
  const [duty, setDuty] = useState(steward.duty);
  const change = useAction(
    async () => {
      await call('stewards.change', { fairId, workerId, duty });
      onClose();
    },
    { tell: 'inline', done: '改好了' },
  );
  const remove = useAction(
    async () => {
      await call('stewards.remove', { fairId, workerId });
      onClose();
    },
    { tell: 'inline', done: `${name}不在门口了，马上生效` },
  );
  const problem = change.problem ?? remove.problem;
  return (
    <Sheet isOpen onClose={onClose} label={name}>
      <View className="stack">
        <View className="h2">{name}</View>
        <DutyChoice duty={duty} onChange={setDuty} />
        {problem && <Banner kind="failed" title={problem.sentence} />}
        <Button kind="main" busy={change.busy} disabled={duty === steward.duty} onTap={() => void change.run()}>
          就这样改
        </Button>
        <Button kind="stop" wide busy={remove.busy} onTap={() => void remove.run()}>
          不请他了，马上生效
        </Button>
      </View>
    </Sheet>
  );
}

/** On a phone the duty stands below the name: beside it, it would leave no room for what it means. */
function StewardRow({ one, onOpen }: { one: Steward; onOpen: (steward: Steward) => void }) {
  const isWide = useWideScreen();
  const duty = <Chip tone={one.duty === 'supervisor' ? 'act' : 'grey'}>{dutyWords[one.duty]}</Chip>;
  const words = (
    <>
      {!isWide && duty}
      <View>{dutyMeans[one.duty]}</View>
    </>
  );
  return <Row icon="user" title={one.name} words={words} aside={isWide && duty} onTap={() => onOpen(one)} />;
}

function Rows({ items, onOpen, onAdd }: { items: readonly Steward[]; onOpen: (steward: Steward) => void; onAdd: () => void }) {
  if (items.length === 0)
    return <Empty title="门口还只有主办方自己" words="请他打开“我的资料”，给您看他的码，扫一下就行" action={<Button onTap={onAdd}>扫他的码</Button>} />;
  return (
    <Card flush>
      {items.map((one) => (
        <StewardRow key={one.workerId} one={one} onOpen={onOpen} />
      ))}
    </Card>
  );
}

/** Who works at the gates of a fair: added by the code on their phone, out at once. */
export default function Stewards() {
  const { fairId = '' } = useParams('/areas/organize/stewards/index');
  const isWide = useWideScreen();
  const list = useCall('stewards.list', { fairId }, { when: fairId !== '' });
  const [code, setCode] = useState<string>();
  const [open, setOpen] = useState<Steward>();
  const add = useAction(async () => {
    const scanned = await scan({ title: '扫他的码', hint: '他手机“我的资料”里的码' });
    if (scanned?.code) setCode(scanned.code);
    else if (scanned) showToast('要扫他手机上的码，不是号码', 'stop');
  });
  const button = (
    <Button kind={isWide ? 'act' : 'main'} icon="scan" busy={add.busy} onTap={() => void add.run()}>
      扫他的码，请他来
    </Button>
  );
  return (
    <Page title="门口帮忙的人" wide titleAside={isWide ? button : undefined} {...(!isWide && fairId && { foot: button })}>
      {list.isLoading && <Skeleton shape="rows" />}
      {list.data && <Rows items={list.data.items} onOpen={setOpen} onAdd={() => void add.run()} />}
      {list.problem && !list.data && <ErrorView problem={list.problem} onRetry={() => void list.reload()} />}
      {!fairId && <Empty title="不知道是哪一场" action={<Button onTap={() => go('/areas/organize/fairs/index')}>看我们的招聘会</Button>} />}
      {code && <AddSheet fairId={fairId} code={code} onClose={() => setCode(undefined)} />}
      {open && <StewardSheet key={open.workerId} fairId={fairId} steward={open} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}
