import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaDay } from '@shanhai/shared/rules/china-day.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { View } from '@tarojs/components';
import { useCall } from '../../../api/use-call.ts';
import { go } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { today } from '../../../ui/clock.ts';
import { Empty, ErrorView } from '../../../ui/empty.tsx';
import { Page } from '../../../ui/page.tsx';
import { Heading } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { type Fair, FairCard } from './fair-card.tsx';
import './index.scss';

type Pairings = Output<'pairings.list'>['items'];

/** Which pairing a fair counts for, in words. */
function pairingWords(pairings: Pairings, pairingId: string | undefined): string | undefined {
  const found = pairings.find((one) => one.pairingId === pairingId);
  return found && `${regionName(found.shanghaiRegion)}–${found.partnerRegion ? regionName(found.partnerRegion) : '待结对'}`;
}

function inGroups(fairs: readonly Fair[]): [words: string, fairs: Fair[]][] {
  const day = today();
  const open = fairs.filter((fair) => fair.status !== 'closed').sort((a, b) => (a.opensAt < b.opensAt ? -1 : 1));
  const closed = fairs.filter((fair) => fair.status === 'closed').sort((a, b) => (a.opensAt > b.opensAt ? -1 : 1));
  return [
    ['今天', open.filter((fair) => chinaDay(fair.opensAt) <= day && day <= chinaDay(fair.closesAt))],
    ['接下来', open.filter((fair) => chinaDay(fair.opensAt) > day)],
    ['过了日子，还没散场', open.filter((fair) => chinaDay(fair.closesAt) < day)],
    ['散场了', closed],
  ];
}

/** The fairs that concern the region: on either side of a pairing, or as its host. */
export default function Fairs() {
  const fairs = useCall('fairs.mine', {});
  const pairings = useCall('pairings.list', {});
  const seePairings = (
    <Button kind="soft" onTap={() => go('/areas/pairings/list/index')}>
      看结对
    </Button>
  );
  return (
    <Page title="招聘会" wide>
      {fairs.isLoading && <Skeleton shape="rows" count={4} />}
      {fairs.problem && !fairs.data && <ErrorView problem={fairs.problem} onRetry={() => void fairs.reload()} />}
      {fairs.data?.items.length === 0 && <Empty title="还没有和本地有关的招聘会" words="本地办的、结对的一方办的，发布后排在这里" action={seePairings} />}
      {inGroups(fairs.data?.items ?? [])
        .filter(([, group]) => group.length > 0)
        .map(([words, group]) => (
          <View key={words} className="stack">
            <Heading aside={`${group.length} 场`}>{words}</Heading>
            <View className="desk-fairs">
              {group.map((fair) => (
                <FairCard key={fair.fairId} fair={fair} pairing={pairingWords(pairings.data?.items ?? [], fair.pairingId)} />
              ))}
            </View>
          </View>
        ))}
    </Page>
  );
}
