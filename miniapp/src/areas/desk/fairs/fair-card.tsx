import type { Output } from '@shanhai/shared/contract/contract.ts';
import { fairKindWords, gateStateAt } from '@shanhai/shared/rules/fairs.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { View } from '@tarojs/components';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { go } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip, type Tone } from '../../../ui/chip.tsx';
import { fairHours } from '../../../ui/fair-row.tsx';
import { Card, Demo } from '../../../ui/row.tsx';
import { saveFile } from '../../../ui/save-file.ts';

export type Fair = Output<'fairs.mine'>['items'][number];

const states: Record<ReturnType<typeof gateStateAt>, [words: string, tone: Tone]> = {
  unpublished: ['还没发', 'grey'],
  early: ['还没开场', 'act'],
  open: ['正在办', 'ok'],
  over: ['到点了，还没散场', 'wait'],
  closed: ['已散场', 'grey'],
};

/** One fair: what, when, where, how large; its board, and its report once it is closed. */
export function FairCard({ fair, pairing }: { fair: Fair; pairing: string | undefined }) {
  const { fairId, title, subtitle, kind, place, hostName, hostRegion, boothCount, openingCount, headcount, demo } = fair;
  const [words, tone] = states[gateStateAt(fair, new Date().toISOString())];
  const report = useAction(
    async () => {
      const { fileName, xlsxBase64 } = await call('reports.fairReport', { fairId });
      await saveFile({ fileName, base64: xlsxBase64, kind: 'xlsx' });
    },
    { done: '报告拿到了' },
  );
  return (
    <Card className="desk-fair">
      <View className="row top fw ends">
        <View className="grow">
          <View className="h3">
            {title}
            <Demo when={demo} />
          </View>
          {subtitle && <View className="t2">{subtitle}</View>}
        </View>
        <Chip tone={tone}>{words}</Chip>
      </View>
      <View className="stack tight">
        <View>{fairHours(fair)}</View>
        <View>
          {fairKindWords[kind]}，{place}
        </View>
        <View className="small t2">
          {hostName || regionName(hostRegion)}办{pairing ? `，算在 ${pairing}` : '，不算结对'}；{boothCount} 家单位，{openingCount} 个岗位，要 {headcount} 人
        </View>
      </View>
      <View className="row fw">
        <Button kind="soft" icon="expand" onTap={() => go('/areas/board/live/index', { fairId })}>
          看大屏
        </Button>
        {fair.status === 'published' && (
          <Button kind="line" icon="scales" onTap={() => go('/areas/allocations/list/index', { fairId })}>
            统筹配岗
          </Button>
        )}
        {fair.status === 'closed' && (
          <Button kind="line" icon="download" busy={report.busy} busyWords="正在做报告" onTap={() => void report.run()}>
            散场报告
          </Button>
        )}
      </View>
    </Card>
  );
}
