import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { go, goBack, useParams } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Switch } from '../../../ui/choice.tsx';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Heading, RadioRow, Row } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { type Fair, useOwnFair } from '../own-fairs.ts';
import { EvidenceFigures } from './evidence-figures.tsx';
import { type Draft, draftOf, formOf } from './form.ts';
import { PlacePart } from './place-part.tsx';

function CodePart({ draft, change }: { draft: Draft; change: (part: Partial<Draft>) => void }) {
  return (
    <View className="stack">
      <Heading>扫什么码</Heading>
      <Card flush>
        <RadioRow
          icon="doc"
          title="海报上的码"
          words="印好就能用。拍下来的照片在家也能签"
          isOn={draft.code === 'printed'}
          onTap={() => change({ code: 'printed' })}
        />
        <RadioRow
          icon="expand"
          title="屏幕上的码"
          words="门口放一台平板或大屏，码半分钟换一次。照片过两分钟就没用了"
          isOn={draft.code === 'rotating'}
          onTap={() => change({ code: 'rotating' })}
        />
      </Card>
      {draft.code === 'rotating' && <View className="hint">屏幕坏了，海报照样能签，记成“到门口再确认”。</View>}
    </View>
  );
}

function GatePart({ draft, change }: { draft: Draft; change: (part: Partial<Draft>) => void }) {
  return (
    <View className="stack">
      <Heading>门口再看一眼</Heading>
      <Card>
        <Switch words="自己签的，到门口再确认" isOn={draft.confirmsAtGate} onChange={(confirmsAtGate) => change({ confirmsAtGate })} />
        <View className="t2">门口扫一下他的码，或输号码，就算确认。没确认的照样算到场，报告里分开数。</View>
      </Card>
    </View>
  );
}

/** Once rotating codes are on: the screen itself, and what to do when one is lost. */
function Screens({ fair, onNewKey, busy }: { fair: Fair; onNewKey: () => void; busy: boolean }) {
  return (
    <View className="stack">
      <Heading>门口的屏幕</Heading>
      <Card flush>
        <Row
          icon="expand"
          tone="ok"
          title="在这台上打开"
          words="放在门口，不用再管。断网也照常换"
          onTap={() => go('/areas/gate/screen/index', { fairId: fair.fairId })}
        />
      </Card>
      <Button kind="line" wide icon="refresh" busy={busy} onTap={onNewKey}>
        屏幕丢了，换一把钥匙
      </Button>
      <View className="hint">换了以后，开着的屏幕一分钟内自己换上，丢的那台就没用了。</View>
    </View>
  );
}

function Room({ fair }: { fair: Fair }) {
  const [draft, setDraft] = useState(() => draftOf(fair.presence));
  const [isChanged, setChanged] = useState(false);
  const change = (part: Partial<Draft>): void => {
    setDraft({ ...draft, ...part });
    setChanged(true);
  };
  const form = formOf(draft);
  const save = useAction(
    async (isNewKey: boolean) => {
      if (!form) return;
      await call('fairs.setPresence', { fairId: fair.fairId, ...form, ...(isNewKey && { newScreenKey: true }) });
      setChanged(false);
    },
    { done: '存好了，马上管用' },
  );
  const isOver = fair.status === 'closed';
  const foot = (
    <Button
      kind="main"
      busy={save.busy}
      disabled={form ? !isChanged && '已经是这样了' : draft.place ? '会场的位置没填对' : '先说会场在哪儿'}
      onTap={() => void save.run(false)}
    >
      就这样算
    </Button>
  );
  return (
    <Page title="到场怎么算" {...(!isOver && { foot })}>
      {!isOver && (
        <>
          <CodePart draft={draft} change={change} />
          <GatePart draft={draft} change={change} />
          <PlacePart fair={fair} draft={draft} change={change} />
          {fair.presence?.code === 'rotating' && <Screens fair={fair} busy={save.busy} onNewKey={() => void save.run(true)} />}
        </>
      )}
      <EvidenceFigures fairId={fair.fairId} />
    </Page>
  );
}

/** 到场怎么算: how strongly this fair wants to know that somebody is there. */
export default function FairPresence() {
  const { fairId = '' } = useParams('/areas/organize/presence/index');
  const { own, fair, isLoading, problem, reload } = useOwnFair(fairId);
  if (fair) return <Room fair={fair} />;
  return (
    <Page title="到场怎么算">
      {isLoading && <Skeleton />}
      {problem && !own && <ErrorView problem={problem} onRetry={() => void reload()} />}
      {own && <Empty title="没有这场会" words="可能是别的县办的" action={<Button onTap={() => goBack('organizer')}>回去</Button>} />}
    </Page>
  );
}
