import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Agree } from '../../../ui/choice.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card } from '../../../ui/row.tsx';

interface Props {
  number: number;
  /** The gate wrote down a name: then one may ask aloud. */
  hasName: boolean;
  employer: string;
  boothLabel: string;
  busy: boolean;
  onAgreed: () => void;
  onNext: () => void;
}

/** Nobody is shown before they said yes to this employer. Without a phone they say it aloud, and the recruiter vouches for it. 〔个人信息保护法 §14、§23〕 */
export function NotAgreed({ number, hasName, employer, boothLabel, busy, onAgreed, onNext }: Props) {
  const [isSaid, setSaid] = useState(false);
  return (
    <Card>
      <View className="row top">
        <Icon name="lock" size={28} className="wait-t" />
        <View className="grow">
          <View className="h3">{spokenNumber(number)} 还没同意给您看名片</View>
          <View className="t2">有手机的：请对方扫展位 {boothLabel} 的码，点“同意，交给这家”</View>
        </View>
      </View>
      {hasName && (
        <View className="asked">
          <View className="b">没带手机的，当面问一句：</View>
          <View className="asked-words">“您的名字、电话、想做什么，给{employer}看，只用来联系招工。90 天后自己收回，随时能收回。行不行？”</View>
          <Agree words={`当面问过，本人同意给${employer}看`} isOn={isSaid} onChange={setSaid} />
          <Button kind="ok" wide busy={busy} busyWords="正在记" disabled={isSaid ? false : '本人说行，再勾上面'} onTap={onAgreed}>
            记下，看名片
          </Button>
        </View>
      )}
      {!hasName && <View className="hint">这位没在门口登记名字，只能在自己手机上给名片。</View>}
      <Button kind="quiet" wide onTap={onNext}>
        先见下一位
      </Button>
    </Card>
  );
}
