import { type ExportPurpose, purposeWords } from '@shanhai/shared/rules/exports.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { Button } from '../../../ui/button.tsx';
import { Card, Heading, RadioRow } from '../../../ui/row.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { showToast } from '../../../ui/toast-store.ts';

const ownWords: Record<ExportPurpose, string> = { count: '不带姓名和手机', match: '带姓名，手机只露头尾', escort: '带姓名和手机，给送工的人联系' };
const otherWords: Partial<Record<ExportPurpose, string>> = { count: '不带姓名和手机', match: '姓名只露姓，不带手机' };

/** 劳动力供给清单: what it is for comes first, and says what it holds. */
export function PeopleList({ isShanghai }: { isShanghai: boolean }) {
  const [purpose, setPurpose] = useState<ExportPurpose>();
  const words: Partial<Record<ExportPurpose, string>> = isShanghai ? otherWords : ownWords;
  const take = useAction(async (chosen: ExportPurpose) => {
    const { fileName, xlsxBase64, rows } = await call('exports.people', { purpose: chosen });
    await saveFile({ fileName, base64: xlsxBase64, kind: 'xlsx' });
    showToast(`${rows} 人，表格存好了`);
  });
  return (
    <View className="stack">
      <Heading>劳动力供给清单</Heading>
      <Card flush>
        {(Object.keys(words) as ExportPurpose[]).map((one) => (
          <RadioRow key={one} title={`用来${purposeWords[one]}`} words={words[one] ?? ''} isOn={purpose === one} onTap={() => setPurpose(one)} />
        ))}
      </Card>
      <View className="small t2">
        {isShanghai ? '结对那边有意出来做工的人。' : '本地有意出来做工的人。'}身份证号和帮扶类别不在里面。每次导出都记下来，本人看得到。
      </View>
      <Button
        kind="act"
        wide
        icon="download"
        disabled={purpose ? false : '先选用来做什么'}
        busy={take.busy}
        busyWords="正在做表格"
        onTap={() => purpose && void take.run(purpose)}
      >
        下载劳动力清单
      </Button>
    </View>
  );
}
