import type { Output } from '@shanhai/shared/contract/contract.ts';
import { elsewhere, isWithinRegion, regionNames } from '@shanhai/shared/rules/regions.ts';
import { View } from '@tarojs/components';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useBeen } from '../../../api/use-me.ts';
import { Chips, FilterChip } from '../../../ui/chip.tsx';
import { Card, Heading } from '../../../ui/row.tsx';

type Fair = Output<'fairs.booths'>['fair'];

/** A county that a fair of a prefecture asks for has its own code; a township has its county's. */
function homeAt(fair: Fair, town: string): { regionCode: string; town: string } {
  const own = Object.entries(regionNames).find(([code, name]) => name === town && isWithinRegion(code, fair.hostRegion));
  return { regionCode: own?.[0] ?? fair.hostRegion, town };
}

/** 您从哪里来: asked once, one tap, never needed. */
export function AskHome({ fair }: { fair: Fair }) {
  const been = useBeen();
  const tell = useAction((home: { regionCode: string; town: string }) => call('attendance.tellHome', { fairId: fair.fairId, home }), { done: '记下了' });
  const checkIn = been.data?.items.find((one) => one.fairId === fair.fairId);
  if (!checkIn || checkIn.home || fair.homeTowns.length === 0) return null;
  return (
    <Card>
      <Heading aside="不说也行">您从哪里来</Heading>
      <Chips>
        {fair.homeTowns.map((town) => (
          <FilterChip key={town} role="radio" isOn={false} onTap={() => void tell.run(homeAt(fair, town))}>
            {town}
          </FilterChip>
        ))}
        <FilterChip role="radio" isOn={false} onTap={() => void tell.run(elsewhere)}>
          外地
        </FilterChip>
      </Chips>
      <View className="hint">只用来数哪里来了多少人，问这一次</View>
    </Card>
  );
}
