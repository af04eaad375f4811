import type { Output } from '@shanhai/shared/contract/contract.ts';
import { likenessWords, type MergedField, mergedFields } from '@shanhai/shared/rules/people.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Card, Heading, RadioRow } from '../../../ui/row.tsx';
import { fieldWords, restWords, type Side, saidWords, viaWords } from './side-words.ts';

type Compared = Output<'people.comparePair'>;

/** A field that needs no choice: both say the same, or only one says anything. */
function Plain({ field, sides }: { field: MergedField; sides: readonly Side[] }) {
  return (
    <View className="twins-line">
      <View className="small t2">{fieldWords[field]}</View>
      <View className="twins-sides">
        {sides.map((side) => (
          <View key={side.workerId} className={`twins-side ${saidWords(side, field) ? 'b' : 't3'}`}>
            {saidWords(side, field) || '没填'}
          </View>
        ))}
      </View>
    </View>
  );
}

const isChoice = (field: MergedField, sides: readonly Side[]): boolean => {
  const said = sides.map((side) => saidWords(side, field));
  return said.every(Boolean) && said[0] !== said[1];
};

function Field({ field, sides, fromOther, keep, onTake }: FieldProps) {
  const taken = fromOther.includes(field) ? sides.find((s) => s.workerId !== keep.workerId) : keep;
  return (
    <View className="twins-line">
      <View className="small t2">{fieldWords[field]}</View>
      <View className="twins-sides">
        {sides.map((side) => (
          <View key={side.workerId} className="twins-side">
            <RadioRow
              title={saidWords(side, field) || '没填'}
              isOn={taken?.workerId === side.workerId}
              onTap={() => onTake(field, side.workerId !== keep.workerId)}
            />
          </View>
        ))}
      </View>
    </View>
  );
}
interface FieldProps {
  field: MergedField;
  sides: readonly Side[];
  keep: Side;
  fromOther: readonly MergedField[];
  onTake: (field: MergedField, isOther: boolean) => void;
}

/** The record with a WeChat account stays; else the one that was used more. */
function stays([a, b]: readonly Side[]): Side {
  const [one, two] = [a as Side, b as Side];
  if (one.hasAccount !== two.hasAccount) return one.hasAccount ? one : two;
  return two.checkIns + two.cards > one.checkIns + one.cards ? two : one;
}

function Decide({ pairId, compared, onSettled }: { pairId: string; compared: Compared; onSettled: () => void }) {
  const { sides, likeness } = compared;
  const keep = stays(sides);
  const [fromOther, setFromOther] = useState<MergedField[]>([]);
  const merge = useAction(() => call('people.merge', { pairId, keep: keep.workerId, fromOther }), { done: '合成一份了，不对能撤回' });
  const apart = useAction(() => call('people.keepApart', { pairId }), { done: '记下了，是两个人' });
  const take = (field: MergedField, isOther: boolean): void =>
    setFromOther(isOther ? [...fromOther.filter((f) => f !== field), field] : fromOther.filter((f) => f !== field));
  const settle = async (done: Promise<unknown>): Promise<void> => {
    if (await done) onSettled();
  };
  const isBlocked = sides.every((side) => side.hasAccount);
  return (
    <>
      <View className="chips">
        {likeness.map((one) => (
          <Chip key={one} tone="act">
            {likenessWords[one]}
          </Chip>
        ))}
      </View>
      <View className="twins-sides">
        {sides.map((side) => (
          <View key={side.workerId} className="twins-side">
            <View className="b">{viaWords(side)}</View>
            <View className="small t2">{restWords(side)}</View>
          </View>
        ))}
      </View>
      {mergedFields.map((field) =>
        isChoice(field, sides) ? (
          <Field key={field} field={field} sides={sides} keep={keep} fromOther={fromOther} onTake={take} />
        ) : (
          <Plain key={field} field={field} sides={sides} />
        ),
      )}
      {isBlocked && <Banner kind="wait" title="两份都有自己的微信" words="要本人来合，这里合不了" />}
      <Button kind="main" icon="check" disabled={isBlocked} busy={merge.busy} busyWords="正在合" onTap={() => void settle(merge.run())}>
        是一个人，合成一份
      </Button>
      <Button kind="line" wide busy={apart.busy} onTap={() => void settle(apart.run())}>
        是两个人
      </Button>
      <View className="hint">签到、名片两边的都留着。您看过这两份，本人看得到。</View>
    </>
  );
}

/** Two records side by side, field by field. */
export function Compare({ pairId, onSettled }: { pairId: string; onSettled: () => void }) {
  const compared = useCall('people.comparePair', { pairId });
  return (
    <View className="twins-compare">
      <Card>
        <Heading>两份登记</Heading>
        {compared.data ? <Decide pairId={pairId} compared={compared.data} onSettled={onSettled} /> : <NotYet of={compared} shape="rows" />}
      </Card>
    </View>
  );
}
