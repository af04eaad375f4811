import { View } from '@tarojs/components';
import { useSession } from '../../api/session-store.ts';
import { useCall } from '../../api/use-call.ts';
import { FilterChip } from '../../ui/chip.tsx';
import { FieldFrame } from '../../ui/field.tsx';

/** One's own, or of somebody one acts for; nothing for those who act for nobody. */
export function ForWhom({ label, value, onChange }: { label: string; value: string | undefined; onChange: (workerId: string | undefined) => void }) {
  const session = useSession();
  const proxied = useCall('proxies.list', {}, { when: session?.acting.role === 'worker' });
  if (!proxied.data?.items.length) return null;
  return (
    <FieldFrame label={label}>
      <View className="chips">
        <FilterChip role="radio" isOn={value === undefined} onTap={() => onChange(undefined)}>
          自己
        </FilterChip>
        {proxied.data.items.map((one) => (
          <FilterChip key={one.workerId} role="radio" isOn={one.workerId === value} onTap={() => onChange(one.workerId)}>
            {one.name}
          </FilterChip>
        ))}
      </View>
    </FieldFrame>
  );
}
