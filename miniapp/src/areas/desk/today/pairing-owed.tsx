import type { Output } from '@shanhai/shared/contract/contract.ts';
import { pairingStanding } from '@shanhai/shared/rules/pairings.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { isOwnPairing } from '@shanhai/shared/rules/scopes.ts';
import { View } from '@tarojs/components';
import { useCall } from '../../../api/use-call.ts';
import { go } from '../../../nav.ts';
import { Card, Heading, Row } from '../../../ui/row.tsx';

type Pairing = Output<'pairings.list'>['items'][number];

const mostNamed = 3;
const sidesOf = (p: Pairing): string => `${regionName(p.shanghaiRegion)}–${regionName(p.partnerRegion ?? '')}`;

/** What the region's pairings still owe this year. */
export function PairingOwed({ acting }: { acting: { role: string; scope?: string | undefined } }) {
  const { data } = useCall('pairings.list', {});
  const owing = (data?.items ?? []).filter((p) => pairingStanding(p).state === 'short' && isOwnPairing(p, acting));
  const named = owing.slice(0, mostNamed).map((p) => `${sidesOf(p)} ${pairingStanding(p).words}`);
  if (owing.length === 0) return null;
  const more = owing.length > mostNamed ? ` 等 ${owing.length} 对` : '';
  return (
    <View className="stack">
      <Heading>结对</Heading>
      <Card flush>
        <Row
          icon="swap"
          tone="wait"
          title={`今年还差场次的 ${owing.length} 对`}
          words={`${named.join('；')}${more}`}
          onTap={() => go('/areas/pairings/list/index')}
        />
      </Card>
    </View>
  );
}
