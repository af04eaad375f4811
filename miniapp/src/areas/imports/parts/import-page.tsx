import type { ImportKind } from '@shanhai/shared/rules/imports.ts';
import { largestImport } from '@shanhai/shared/rules/imports.ts';
import { View } from '@tarojs/components';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { chooseFile } from '../../../ui/choose-file.ts';
import { Card } from '../../../ui/row.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { useWideScreen } from '../../../ui/screen.ts';
import { showToast } from '../../../ui/toast-store.ts';
import { ImportState } from './import-state.tsx';
import { PastImports } from './past-imports.tsx';

export interface ImportWords {
  kind: ImportKind;
  /** 个岗位 */
  unit: string;
  steps: readonly string[];
  onSeeAll: () => void;
  seeAllWords: string;
  open: (importId: string) => void;
}

function Start({ kind, steps, open }: ImportWords) {
  const isWide = useWideScreen();
  const template = useAction(async () => {
    const { fileName, xlsxBase64 } = await call('imports.template', { kind });
    await saveFile({ fileName, base64: xlsxBase64, kind: 'xlsx' });
  });
  const read = useAction(
    async () => {
      const file = await chooseFile(['xlsx', 'csv']);
      if (!file) return;
      if (file.bytes > largestImport) return showToast('文件太大，请分成几份再传', 'stop');
      const { importId } = await call('imports.read', { kind, fileName: file.name.slice(-120), fileBase64: file.base64 });
      open(importId);
    },
    { tell: 'inline' },
  );
  return (
    <Card>
      {steps.map((words, i) => (
        <View key={words} className="row top">
          <View className="b">{i + 1}</View>
          <View className="grow">{words}</View>
        </View>
      ))}
      <View className={isWide ? 'pair' : 'stack'}>
        <Button kind="line" icon="download" wide busy={template.busy} busyWords="正在下载" onTap={() => void template.run()}>
          下载模板
        </Button>
        <Button kind="act" icon="doc" wide onTap={() => void read.run()}>
          选表格文件
        </Button>
      </View>
      <View className="small t2">.xlsx 或 .csv，一次最多 10,000 行</View>
      {read.problem && <Banner kind="failed" title={read.problem.sentence} />}
    </Card>
  );
}

/** Choosing a file, seeing what the check found, bringing it in: one page, whatever the list is of. */
export function ImportPage({ importId, ...words }: ImportWords & { importId: string | undefined }) {
  const state = useCall('imports.get', { importId: importId ?? '' }, { when: importId !== undefined });
  if (importId) return <ImportState state={state} {...words} />;
  return (
    <>
      <Start {...words} />
      <PastImports {...words} />
    </>
  );
}
