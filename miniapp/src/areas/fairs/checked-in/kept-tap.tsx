import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaTime } from '@shanhai/shared/rules/china-day.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CheckInDeed, useCheckInDeeds } from '../../../api/check-in.ts';
import { type Kept, keptAnswer } from '../../../api/kept.ts';
import { go } from '../../../nav.ts';
import { aria } from '../../../ui/aria.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { ListenButton } from '../../../ui/listen-button.tsx';
import { NumberStrip } from '../../../ui/number-strip.tsx';
import { Card, Row } from '../../../ui/row.tsx';

type Booths = Output<'fairs.booths'>;

/** The paper strip that is handed out at the door, drawn. */
const PaperStrip = () => (
  <View className="paper-strip" {...aria({ hidden: true })}>
    <View className="paper-strip-digits">0418</View>
    <View className="paper-strip-code">
      <Icon name="scan" size={22} />
    </View>
  </View>
);

/** What of the fair can be looked at without network. */
function KeptToRead({ fairId }: { fairId: string }) {
  const [kept] = useState<Kept<Booths> | undefined>(() => keptAnswer('fairs.booths', { fairId }));
  if (!kept) return null;
  const { items } = kept.answer;
  const openings = items.reduce((sum, booth) => sum + booth.openings.length, 0);
  const look = (): void => go('/areas/fairs/booths/index', { fairId });
  return (
    <Card flush>
      <Row icon="book" title="岗位已存在手机里" words={`${openings} 种岗位，${chinaTime(kept.at)} 存的`} onTap={look} />
      <Row icon="map" title="展位图也存好了" words={`${items.length} 个展位，哪家在哪`} onTap={look} />
    </Card>
  );
}

/** 已记下，有网就上传: tapped without network. No number yet: the paper strip does, or waiting does. */
export function KeptTap({ deed: { happenedAt, payload } }: { deed: CheckInDeed }) {
  const waiting = useCheckInDeeds().filter((deed) => deed.state === 'waiting').length;
  const along = payload.companions?.length ?? 0;
  const withThem = along > 0 ? `，一起来的 ${along} 位也记下了` : '';
  const spoken = '已经记下了，有网就上传，不用再点。号码有网就出来。等不及，到门口领一张号码条，今天就用它。';
  return (
    <>
      <Banner kind="offline" title="已记下，有网就上传" words={`${chinaTime(happenedAt)} 到场，${waiting} 条待传，不用再点${withThem}`} />
      <NumberStrip
        number={undefined}
        aside={<ListenButton words={spoken} />}
        low={
          <>
            <PaperStrip />
            <View className="kept-rule">
              <View className="b">没网也有号</View>
              <View className="t2">到门口领号码条，今天就用它。能等，有网号码自己出来</View>
            </View>
          </>
        }
      />
      <KeptToRead fairId={payload.fairId} />
    </>
  );
}
