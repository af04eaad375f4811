import type { Output } from '@shanhai/shared/contract/contract.ts';
import { tradeWords } from '@shanhai/shared/rules/trades.ts';
import { relationWords } from '@shanhai/shared/rules/workers.ts';
import { View } from '@tarojs/components';
import { useSession } from '../../../api/session-store.ts';
import { useCall } from '../../../api/use-call.ts';
import { go } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Row } from '../../../ui/row.tsx';

type Proxied = Output<'proxies.list'>['items'][number];

function State({ looking }: { looking: Proxied['looking'] }) {
  if (looking === 'asked') return <Chip tone="wait">问一声还找不找</Chip>;
  if (looking === 'grey') return <Chip>先收起来了</Chip>;
  return looking === 'stopped' ? <Chip>不找了</Chip> : null;
}

const wordsOf = ({ relation, town, trades, isClaimed }: Proxied): string =>
  [relationWords[relation], town, trades.map((trade) => tradeWords[trade]).join('、'), isClaimed && '本人已认领，让您接着帮'].filter(Boolean).join('，');

/** 我代办的人. */
export default function ProxiedPeople() {
  const session = useSession();
  const role = session?.acting.role;
  const list = useCall('proxies.list', {}, { when: role !== undefined && role !== 'recruiter' });
  const add = (): void => go('/areas/proxies/register/index');
  const items = list.data?.items ?? [];
  return (
    <Page
      title="我代办的人"
      foot={
        <Button kind="main" icon="plus" onTap={add}>
          替一个人登记
        </Button>
      }
    >
      <View className="t2">家里老人、邻居没手机？本人点了头，您就能替他登记。他自己有手机了，随时拿回去。</View>
      {!list.data && <NotYet of={list} shape="rows" />}
      {list.data && items.length === 0 && <Empty title="还没有替谁办过" words="点下面登记第一个" />}
      {items.length > 0 && (
        <Card flush>
          {items.map((one) => (
            <Row
              key={one.workerId}
              icon="people"
              title={one.name}
              words={wordsOf(one)}
              aside={<State looking={one.looking} />}
              onTap={() => go('/areas/proxies/person/index', { workerId: one.workerId })}
            />
          ))}
        </Card>
      )}
    </Page>
  );
}
