import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { FilterChip } from '../../../ui/chip.tsx';
import { Field } from '../../../ui/field.tsx';
import { Card, Heading } from '../../../ui/row.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import type { Fair } from '../own-fairs.ts';

const amounts = [0, 50, 100, 200] as const;
const mostStrips = 2000;
/** Ten to a sheet. */
const perSheet = 10;

type Range = Fair['strips'][number];
const rangeWords = ({ from, to }: Range): string => `${spokenNumber(from)}–${spokenNumber(to)}`;
const countOf = (strips: readonly Range[]): number => strips.reduce((sum, { from, to }) => sum + to - from + 1, 0);

function hintOf(count: number): string {
  return count ? `${Math.ceil(count / perSheet)} 张 A4，每次都是新号` : '只印海报和展位牌';
}

/** 打印包: posters, booth cards and fresh strips as one PDF. */
export function PrintPack({ fair }: { fair: Fair }) {
  const [typed, setTyped] = useState('100');
  const [made, setMade] = useState<string>();
  const count = Number(typed);
  const isRight = /^\d{1,4}$/.test(typed) && count <= mostStrips;
  const make = useAction(async () => {
    setMade(undefined);
    const { fileName, pdfBase64, strips } = await call('fairs.printPack', { fairId: fair.fairId, strips: count });
    await saveFile({ fileName, base64: pdfBase64, kind: 'pdf' });
    setMade(strips ? `号码条 ${rangeWords(strips)}。打印选 100% 大小` : '打印选 100% 大小');
  });
  return (
    <View className="stack">
      <Heading aside={fair.strips.length ? `印过 ${countOf(fair.strips)} 张号` : '还没印过'}>打印包</Heading>
      <Card>
        <View className="t2">
          {fair.gates.length} 张门口海报，{fair.boothCount} 张展位牌，号码条给没手机的人
        </View>
        <Field
          label="号码条"
          kind="digits"
          unit="张"
          most={4}
          value={typed}
          onChange={setTyped}
          hint={hintOf(count)}
          problem={isRight ? undefined : `0 到 ${mostStrips} 张`}
        />
        <View className="chips">
          {amounts.map((amount) => (
            <FilterChip key={amount} role="radio" isOn={typed === String(amount)} onTap={() => setTyped(String(amount))}>
              {amount || '不要'}
            </FilterChip>
          ))}
        </View>
        <Button kind="act" wide icon="printer" busy={make.busy} busyWords="正在做，别走开" disabled={!isRight} onTap={() => void make.run()}>
          做打印包
        </Button>
        {fair.strips.length > 0 && <View className="small t2">印过的号：{fair.strips.map(rangeWords).join('、')}</View>}
      </Card>
      {made && <Banner kind="done" title="打印包存好了" words={made} />}
    </View>
  );
}
