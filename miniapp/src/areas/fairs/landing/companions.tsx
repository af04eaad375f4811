import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCall } from '../../../api/use-call.ts';
import { go } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Agree } from '../../../ui/choice.tsx';
import { ErrorView } from '../../../ui/empty.tsx';
import { Card, Heading } from '../../../ui/row.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';

interface Props {
  fairId: string;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

function List({ fairId, chosen, onChange }: Props) {
  const known = useCall('attendance.companions', { fairId });
  if (known.problem && !known.data) return <ErrorView problem={known.problem} onRetry={() => void known.reload()} />;
  if (!known.data) return <Skeleton shape="rows" count={2} />;
  if (known.data.items.length === 0)
    return (
      <Card>
        <View className="t2">您还没替家里人登记过。登记一次，以后一起签到。</View>
        <Button kind="line" wide icon="plus" onTap={() => go('/areas/proxies/register/index')}>
          替家里人登记
        </Button>
      </Card>
    );
  return (
    <Card>
      {known.data.items.map(({ workerId, name, number }) =>
        number === undefined ? (
          <Agree
            key={workerId}
            words={`${name}，人就在我旁边`}
            isOn={chosen.includes(workerId)}
            onChange={(isOn) => onChange(isOn ? [...chosen, workerId] : chosen.filter((one) => one !== workerId))}
          />
        ) : (
          <View key={workerId} className="row">
            <View className="grow">{name}</View>
            <Chip tone="ok">签过了 {spokenNumber(number)}</Chip>
          </View>
        ),
      )}
    </Card>
  );
}

/** 和我一起来的: those one acts for, each confirmed by one who stands beside them. Asked for only when somebody says they are not alone. */
export function Companions(props: Props) {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen)
    return (
      <Button kind="soft" wide icon="people" onTap={() => setOpen(true)}>
        和家里人一起来的
      </Button>
    );
  return (
    <View className="stack">
      <Heading>和我一起来的</Heading>
      <List {...props} />
    </View>
  );
}
