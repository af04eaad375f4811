import type { Output } from '@shanhai/shared/contract/contract.ts';
import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { asRefusal } from '../../../api/refusal.ts';
import { deviceId, drawnLetters } from '../../../api/session-store.ts';
import { useAction } from '../../../api/use-action.ts';
import { useCall } from '../../../api/use-call.ts';
import { go } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Agree } from '../../../ui/choice.tsx';
import { ErrorView } from '../../../ui/empty.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { keepEntry } from '../entries.ts';

type Companion = Output<'attendance.companionsOf'>['items'][number];
/** What became of each, by code: a number, or the sentence of a refusal. */
type Came = Record<string, { number: number } | { sentence: string }>;

interface Props {
  fairId: string;
  gate: string;
  /** The code of the person they came with. */
  code: string;
  onClose: () => void;
}

/** Lets them in one after the other, each with a nonce that stays theirs when one tries again. */
function useLetIn({ fairId, gate }: Props) {
  const [came, setCame] = useState<Came>({});
  const [nonces] = useState(() => new Map<string, string>());
  const letIn = useAction(async (codes: readonly string[]) => {
    for (const code of codes) {
      const nonce = nonces.get(code) ?? drawnLetters(12);
      nonces.set(code, nonce);
      try {
        const { number, outcome } = await call('attendance.scan', { fairId, gate, deviceId: deviceId(), nonce, code });
        if (outcome === 'checked_in') keepEntry(fairId, { number, at: new Date().toISOString(), gate });
        setCame((before) => ({ ...before, [code]: { number } }));
      } catch (error) {
        const { sentence } = asRefusal(error);
        setCame((before) => ({ ...before, [code]: { sentence } }));
      }
    }
  });
  return { came, letIn };
}

function CameRow({ name, number, sentence }: { name: string; number?: number | undefined; sentence?: string | undefined }) {
  return (
    <View className="row fw">
      <View className="grow">{name}</View>
      {number === undefined ? <Chip tone="stop">{sentence}</Chip> : <Chip tone="ok">{spokenNumber(number)}</Chip>}
    </View>
  );
}

function Confirming({ items, props }: { items: readonly Companion[]; props: Props }) {
  const [chosen, setChosen] = useState<string[]>([]);
  const { came, letIn } = useLetIn(props);
  const left = chosen.filter((code) => !(code in came && 'number' in (came[code] ?? {})));
  return (
    <>
      {items.map(({ code, name, town, number }) => {
        const outcome = number === undefined ? came[code] : { number };
        if (outcome && 'number' in outcome) return <CameRow key={code} name={name} number={outcome.number} />;
        return (
          <View key={code}>
            <Agree
              words={town ? `${name}，${town}` : name}
              isOn={chosen.includes(code)}
              onChange={(isOn) => setChosen(isOn ? [...chosen, code] : chosen.filter((one) => one !== code))}
            />
            {outcome && <CameRow name="" sentence={outcome.sentence} />}
          </View>
        );
      })}
      <Button kind="main" busy={letIn.busy} busyWords="正在签" disabled={left.length ? false : '见到谁，点谁'} onTap={() => void letIn.run(left)}>
        {left.length ? `这 ${left.length} 位进场` : '进场'}
      </Button>
    </>
  );
}

/** Who came with somebody: each is seen and ticked, and each gets a number. Who was never registered gets a strip. */
export function CompanionsSheet(props: Props) {
  const { fairId, gate, code, onClose } = props;
  const known = useCall('attendance.companionsOf', { fairId, code });
  return (
    <Sheet isOpen onClose={onClose} label="一起来的">
      <View className="stack">
        <View className="h2">和他一起来的</View>
        {known.isLoading && <Skeleton shape="rows" count={2} />}
        {known.problem && !known.data && <ErrorView problem={known.problem} onRetry={() => void known.reload()} />}
        {known.data && known.data.items.length > 0 && <Confirming items={known.data.items} props={props} />}
        {known.data && known.data.items.length === 0 && <View className="t2">他没替别人登记过。没登记过的，发号码条登记一下。</View>}
        <Button kind="line" wide icon="edit" onTap={() => go('/areas/gate/walk-in/index', { fairId, gate })}>
          没登记过的，发号码条
        </Button>
        <Button kind="quiet" wide onTap={onClose}>
          好了
        </Button>
      </View>
    </Sheet>
  );
}
