import { chinaTime, monthDay } from '@shanhai/shared/rules/china-day.ts';
import { View } from '@tarojs/components';
import { useCall } from '../../api/use-call.ts';
import { go } from '../../nav.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty, ErrorView } from '../../ui/empty.tsx';
import { FairRow } from '../../ui/fair-row.tsx';
import { Card, Heading } from '../../ui/row.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

const shown = 3;

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
      {fairs.data.items.length > shown && (
        <Button kind="soft" wide iconAfter="chev" onTap={() => go('/areas/fairs/list/index')}>
          {`全部 ${fairs.data.items.length} 场`}
        </Button>
      )}
    </View>
  );
}
