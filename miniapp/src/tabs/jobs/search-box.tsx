import { View } from '@tarojs/components';
import { Icon } from '../../ui/icon.tsx';
import { Tap } from '../../ui/tap.tsx';
import { TypeIn } from '../../ui/type-in.tsx';

/** Where one types what one looks for; what is typed is asked by itself a moment later. */
export function SearchBox({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <View className="search-box">
      <Icon name="search" size={26} />
      <TypeIn value={value} onChange={onChange} label="找什么工作" placeholder="电工、月嫂、地方都行" most={30} />
      {value !== '' && (
        <Tap className="search-clear" label="清空" onTap={() => onChange('')}>
          <Icon name="x" size={22} />
        </Tap>
      )}
    </View>
  );
}
