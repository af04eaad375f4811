import { seatOf } from '@shanhai/shared/rules/region-places.ts';
import { View } from '@tarojs/components';
import { hereNow } from '../../../api/here.ts';
import { useAction } from '../../../api/use-action.ts';
import { Button } from '../../../ui/button.tsx';
import { ChooseOne, Switch } from '../../../ui/choice.tsx';
import { Field } from '../../../ui/field.tsx';
import { Card, Heading } from '../../../ui/row.tsx';
import { showToast } from '../../../ui/toast-store.ts';
import type { Fair } from '../own-fairs.ts';
import { type Draft, placeWords } from './form.ts';

const radii = [3, 5, 10, 20].map((km) => ({ value: String(km), words: `${km} 公里内` }));

/** Whether phones are asked if they are near, and near what. */
export function PlacePart({ fair, draft, change }: { fair: Fair; draft: Draft; change: (part: Partial<Draft>) => void }) {
  const seat = seatOf(fair.hostRegion);
  const find = useAction(async () => {
    const here = await hereNow();
    if (here) change({ place: placeWords(here.east, here.north) });
    else showToast('手机没给位置，换县城的或自己填', 'stop');
  });
  return (
    <View className="stack">
      <Heading>人在不在附近</Heading>
      <Card>
        <Switch words="签到时问一问位置" isOn={draft.asksPlace} onChange={(asksPlace) => change({ asksPlace })} />
        <View className="t2">先问本人同不同意，不同意照样签到。只在他手机上比远近，我们只记“在附近、不在、没说”，不记位置。</View>
        {draft.asksPlace && (
          <>
            <Field label="会场在哪儿" aside="东经, 北纬" value={draft.place} onChange={(place) => change({ place })} placeholder="104.31, 24.88" />
            <View className="row fw">
              {seat && (
                <Button kind="soft" icon="pin" onTap={() => change({ place: placeWords(seat[0], seat[1]) })}>
                  用县城的
                </Button>
              )}
              <Button kind="soft" icon="pin" busy={find.busy} onTap={() => void find.run()}>
                我就在会场
              </Button>
            </View>
            <ChooseOne label="多近算在附近" options={radii} value={String(draft.radiusKm)} onChange={(km) => change({ radiusKm: Number(km) })} />
            <View className="hint">手机给的是大概位置，会差几公里，别定得太近。</View>
          </>
        )}
      </Card>
    </View>
  );
}
