import { mayAddWords } from '@shanhai/shared/rules/devices.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/row.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import type { Fair } from '../own-fairs.ts';

/** 散场: the second tap means it. */
export function CloseFair({ fair }: { fair: Fair }) {
  const [isAsked, setAsked] = useState(false);
  const close = useAction(() => call('fairs.close', { fairId: fair.fairId }), { done: '散场了，可以出报告' });
  const board = useCall('reports.board', { fairId: fair.fairId }, { when: isAsked });
  const may = mayAddWords(board.data?.mayAdd);
  const isEarly = fair.closesAt > new Date().toISOString();
  return (
    <>
      <Button kind="line" wide icon="flag" onTap={() => setAsked(true)}>
        散场
      </Button>
      <Sheet isOpen={isAsked} onClose={() => setAsked(false)} label="散场">
        <View className="h2">现在散场？</View>
        <View>散场后不能再签到，也不能再改。</View>
        {isEarly && <View className="wait-t">还没到散场时间。</View>}
        {may && <View className="wait-t">{may}。散了照样能传，夜里补进结对的数。</View>}
        <View className="stack tight">
          <Button kind="main" busy={close.busy} busyWords="正在散场" onTap={() => void close.run()}>
            确认散场
          </Button>
          <Button kind="quiet" wide onTap={() => setAsked(false)}>
            先不散
          </Button>
        </View>
      </Sheet>
    </>
  );
}

/** 散场报告: a workbook, once the fair is over. */
export function FairReport({ fair }: { fair: Fair }) {
  const fetchReport = useAction(
    async () => {
      const { fileName, xlsxBase64 } = await call('reports.fairReport', { fairId: fair.fairId });
      await saveFile({ fileName, base64: xlsxBase64, kind: 'xlsx' });
    },
    { done: '报告存好了' },
  );
  return (
    <Card>
      <View className="t2">到场、名片、意向、各家单位，一张表里</View>
      <Button kind="act" wide icon="download" busy={fetchReport.busy} busyWords="正在做报告" onTap={() => void fetchReport.run()}>
        下载散场报告
      </Button>
    </Card>
  );
}
