import type { Output } from '@shanhai/shared/contract/contract.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import type { Called } from '../../../api/use-call.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { ErrorView } from '../../../ui/empty.tsx';
import { Count } from '../../../ui/figures.tsx';
import { Card } from '../../../ui/row.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { useWideScreen } from '../../../ui/screen.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import type { ImportWords } from './import-page.tsx';
import './import.scss';
import { TellingRows } from './telling-rows.tsx';

type Import = Output<'imports.get'>;

function Figures({ state }: { state: Import }) {
  const isDone = state.status === 'done';
  return (
    <View className="import-figures">
      <Count what={isDone ? '进来了' : '可以导入'} count={isDone ? state.added : state.good} />
      <Count what="要改的行" count={state.bad} />
      {state.warned > 0 && <Count what="发布前要改" count={state.warned} />}
      {state.standing > 0 && <Count what="原来就有" count={state.standing} />}
      {state.differs > 0 && <Count what="和原来的不一样" count={state.differs} />}
      {state.repeated > 0 && <Count what="表里重复" count={state.repeated} />}
    </View>
  );
}

/** Brings the rows in, a part at a time, until none is left; stopped half way, the next tap goes on from there. */
function useBringIn(state: Import) {
  const [left, setLeft] = useState<number>();
  const bring = useAction(async () => {
    let now = state;
    while (now.status !== 'done') {
      now = await call('imports.step', { importId: state.importId });
      setLeft(now.left);
    }
  });
  return { ...bring, left: left ?? state.left };
}

const doneWords = ({ bad, differs }: Import): string =>
  [differs ? `${differs} 行和原来的不一样，没有动` : '', bad ? `还有 ${bad} 行要改，改好再传一次，进来过的不会重复` : ''].filter(Boolean).join('；');

function Done({ state }: { state: Import }) {
  if (state.good === 0) return <Banner kind="failed" title="没有一行能导入" words="下面说了每一行要改什么" />;
  if (state.added === 0) return <Banner kind="done" title="没有新的行" words={doneWords(state) || '这些都是原来就有的，没有变成两份'} />;
  return <Banner kind="done" title={`${state.added} 行进来了`} words={doneWords(state) || undefined} />;
}

function Standing({ state }: { state: Import }) {
  if (state.status === 'done') return <Done state={state} />;
  if (state.status === 'running') return <Banner kind="wait" title="上次导到一半" words={`还有 ${state.left} 行，点“接着导入”`} />;
  return <Banner kind="info" title="先看一遍，还没有导入" words={state.notes.length ? state.notes.join('；') : `“${state.fileName}”一共 ${state.rows} 行`} />;
}

function Actions({ state, unit, onSeeAll, seeAllWords }: { state: Import } & ImportWords) {
  const bring = useBringIn(state);
  const isWide = useWideScreen();
  const back = useAction(async () => {
    const { fileName, xlsxBase64 } = await call('imports.badRows', { importId: state.importId });
    await saveFile({ fileName, base64: xlsxBase64, kind: 'xlsx' });
  });
  const isDone = state.status === 'done';
  return (
    <View className={isWide ? 'pair' : 'stack'}>
      {!isDone && (
        <Button kind="main" wide busy={bring.busy} busyWords={`还有 ${bring.left} 行，别走开`} onTap={() => void bring.run()}>
          {state.status === 'running' ? '接着导入' : `导入 ${state.good} ${unit}`}
        </Button>
      )}
      {isDone && state.good > 0 && (
        <Button kind="main" wide onTap={onSeeAll}>
          {seeAllWords}
        </Button>
      )}
      {state.bad > 0 && (
        <Button kind="line" wide icon="download" busy={back.busy} busyWords="正在下载" onTap={() => void back.run()}>
          下载要改的行
        </Button>
      )}
    </View>
  );
}

/** One file: what the check found, and what became of it. */
export function ImportState({ state, ...words }: { state: Called<Import> } & ImportWords) {
  if (state.isLoading) return <Skeleton shape="card" />;
  if (!state.data) return state.problem ? <ErrorView problem={state.problem} onRetry={() => void state.reload()} /> : null;
  return (
    <>
      <Standing state={state.data} />
      <Card>
        <Figures state={state.data} />
        <Actions state={state.data} {...words} />
      </Card>
      <TellingRows key={state.data.status} importId={state.data.importId} />
    </>
  );
}
