import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaTime, monthDay, weekday } from '@shanhai/shared/rules/china-day.ts';
import { gateStateAt } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import { useCall } from '../../api/use-call.ts';
import { go } from '../../nav.ts';
import { Banner } from '../../ui/banner.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Empty, ErrorView } from '../../ui/empty.tsx';
import { Card, Demo, Heading, Row } from '../../ui/row.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

type Fair = Output<'fairs.list'>['items'][number];
const shown = 3;

function FairRow({ fair }: { fair: Fair }) {
  const isOpen = gateStateAt(fair, new Date().toISOString()) === 'open';
  const when = `${monthDay(fair.opensAt)} ${weekday(fair.opensAt)} ${chinaTime(fair.opensAt)}–${chinaTime(fair.closesAt)}`;
  const title = (
    <>
      {fair.title}
      <Demo when={fair.demo} />
    </>
  );
  return (
    <Row
      icon="calendar"
      tone={isOpen ? 'ok' : 'act'}
      title={title}
      words={
        <>
          <View>{when}</View>
          <View>{fair.place}</View>
          {isOpen && (
            <Chip tone="ok" icon="okc">
              正在开
            </Chip>
          )}
        </>
      }
      onTap={() => go('/areas/fairs/landing/index', { fairId: fair.fairId })}
    />
  );
}

/** The next few fairs; what was read last stays on the phone. */
export function ComingFairs() {
  const fairs = useCall('fairs.list', {}, { keep: true });
  if (fairs.isLoading) return <Skeleton shape="rows" />;
  if (!fairs.data) return fairs.problem ? <ErrorView problem={fairs.problem} onRetry={() => void fairs.reload()} /> : null;
  if (fairs.data.items.length === 0) return <Empty title="近处还没有招聘会" words="有了会排在这里" />;
  return (
    <View className="stack">
      <Heading>近处的招聘会</Heading>
      {fairs.keptAt && <Banner kind="offline" title="网不通" words={`先看 ${monthDay(fairs.keptAt)} ${chinaTime(fairs.keptAt)} 存的`} />}
      <Card flush>
        {fairs.data.items.slice(0, shown).map((fair) => (
          <FairRow key={fair.fairId} fair={fair} />
        ))}
      </Card>
    </View>
  );
}
