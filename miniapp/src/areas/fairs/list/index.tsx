import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaDay, chinaTime, monthDay } from '@shanhai/shared/rules/china-day.ts';
import { gateStateAt } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import { useCall } from '../../../api/use-call.ts';
import { useScan } from '../../../api/use-scan.ts';
import { go } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { FairRow } from '../../../ui/fair-row.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Heading } from '../../../ui/row.tsx';

type Fair = Output<'fairs.list'>['items'][number];

/** Today's first, and of those the ones that are on; then by day. */
function inGroups(fairs: readonly Fair[], now: string): { today: Fair[]; later: Fair[] } {
  const isToday = (fair: Fair): boolean => chinaDay(fair.opensAt) <= chinaDay(now);
  const isOn = (fair: Fair): number => (gateStateAt(fair, now) === 'open' ? 0 : 1);
  return {
    today: fairs.filter(isToday).sort((a, b) => isOn(a) - isOn(b) || (a.opensAt < b.opensAt ? -1 : 1)),
    later: fairs.filter((fair) => !isToday(fair)),
  };
}

function Group({ words, fairs }: { words: string; fairs: readonly Fair[] }) {
  if (fairs.length === 0) return null;
  return (
    <View className="stack">
      <Heading aside={`${fairs.length} 场`}>{words}</Heading>
      <Card flush>
        {fairs.map((fair) => (
          <FairRow key={fair.fairId} fair={fair} />
        ))}
      </Card>
    </View>
  );
}

function Fairs() {
  const fairs = useCall('fairs.list', {}, { keep: true });
  if (!fairs.data) return <NotYet of={fairs} shape="rows" count={4} />;
  if (fairs.data.items.length === 0)
    return <Empty title="近处还没有招聘会" words="先看看岗位，有了会排在这里" action={<Button onTap={() => go('/tabs/jobs/index')}>看岗位</Button>} />;
  const { today, later } = inGroups(fairs.data.items, new Date().toISOString());
  return (
    <>
      {fairs.keptAt && <Banner kind="offline" title="网不通" words={`先看 ${monthDay(fairs.keptAt)} ${chinaTime(fairs.keptAt)} 存的`} />}
      <Group words="今天" fairs={today} />
      <Group words="往后" fairs={later} />
    </>
  );
}

/** 招聘会: today's first. */
export default function FairList() {
  const look = useScan();
  return (
    <Page
      title="招聘会"
      foot={
        <Button kind="main" icon="scan" busy={look.busy} onTap={() => void look.run()}>
          扫门口的码签到
        </Button>
      }
    >
      <Fairs />
    </Page>
  );
}
