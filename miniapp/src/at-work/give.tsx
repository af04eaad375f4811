import { type Carried, type HandOver, isReceiptFor, mostHandedOver, partsOf } from '@shanhai/shared/rules/relay.ts';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useMemo, useState } from 'react';
import { changeDeed } from '../api/outbox.ts';
import { deviceId } from '../api/session-store.ts';
import { aria } from '../ui/aria.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Switch } from '../ui/choice.tsx';
import { Empty } from '../ui/empty.tsx';
import { Field } from '../ui/field.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import { Card, Heading } from '../ui/row.tsx';
import { scan } from '../ui/scan.ts';
import { showToast } from '../ui/toast-store.ts';
import type { Relay, RelayDeed } from './relay-of.ts';

const turnEveryMs = 2500;
const largest = 300;
/** Page and card leave so much free at the sides. */
const sides = 64;
const codeSize = (): number => Math.min(largest, Taro.getWindowInfo().windowWidth - sides);

const carriedOf = ({ nonce, happenedAt, payload: { act } }: RelayDeed): Carried => ({ ...(act as { kind: string }), nonce, happenedAt });
/** What is handed over next: what nobody else has yet, and what came from somebody else stays with whom it came from. */
const nextOf = (deeds: readonly RelayDeed[]): readonly RelayDeed[] =>
  deeds.filter((deed) => deed.state === 'waiting' && !deed.handedAt && !deed.payload.from).slice(0, mostHandedOver);

/** The codes, one after another by themselves or by hand. */
function Codes({ parts }: { parts: readonly string[] }) {
  const [at, setAt] = useState(0);
  const [isTurning, setTurning] = useState(true);
  const count = parts.length;
  useEffect(() => {
    if (!isTurning || count < 2) return undefined;
    const timer = setInterval(() => setAt((now) => (now + 1) % count), turnEveryMs);
    return () => clearInterval(timer);
  }, [isTurning, count]);
  const turn = (by: number): void => {
    setTurning(false);
    setAt((now) => (now + by + count) % count);
  };
  const shown = at % count;
  return (
    <Card>
      <View className="relay-code">
        <QrCode text={parts[shown] ?? ''} size={codeSize()} label={`第 ${shown + 1} 张码`} />
        <View className="h2" {...aria({ role: 'status' })}>
          第 {shown + 1} 张，共 {count} 张
        </View>
      </View>
      {count > 1 && (
        <>
          <View className="pair">
            <Button kind="line" onTap={() => turn(-1)}>
              上一张
            </Button>
            <Button kind="line" onTap={() => turn(1)}>
              下一张
            </Button>
          </View>
          <Switch words="自己翻" isOn={isTurning} onChange={setTurning} />
        </>
      )}
    </Card>
  );
}

/** The colleague's word that all of it is there: only then it counts as handed over here. */
function Receipt({ handOver, onGood }: { handOver: HandOver; onGood: () => void }) {
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const take = (said: string): void => {
    if (isReceiptFor(handOver, said)) onGood();
    else setWrong(true);
  };
  const scanIt = async (): Promise<void> => {
    const scanned = await scan({ title: '扫他的收条', hint: '他那边收齐了才有' });
    if (scanned) take(scanned.code ?? String(scanned.number));
  };
  return (
    <Card>
      <Heading>他收齐了，看他的收条</Heading>
      <Button kind="act" wide icon="scan" onTap={() => void scanIt()}>
        扫收条
      </Button>
      <Field
        label="或输收条上的六个数"
        kind="digits"
        most={6}
        value={typed}
        onChange={(next) => {
          setTyped(next);
          setWrong(false);
        }}
        problem={isWrong ? '不是这一份的收条，看看他收齐没有' : undefined}
        onDone={() => take(typed)}
      />
      <Button kind="main" disabled={typed.length < 6} onTap={() => take(typed)}>
        他收到了
      </Button>
    </Card>
  );
}

/** The giver: what waits here as codes on the screen. It stays here too, and is counted once whichever way it goes up. */
export function Give({ relay: { place, deeds, back } }: { relay: Relay }) {
  const waiting = deeds.filter((deed) => deed.state === 'waiting' && !deed.handedAt && !deed.payload.from).length;
  const handOver = useMemo((): HandOver => ({ fairId: place, from: deviceId(), actions: nextOf(deeds).map(carriedOf) }), [place, deeds]);
  const parts = useMemo(() => (handOver.actions.length ? partsOf(handOver) : []), [handOver]);
  const [done, setDone] = useState(0);
  const handed = (): void => {
    const handedAt = new Date().toISOString();
    for (const { nonce } of handOver.actions) changeDeed(nonce, { handedAt });
    setDone(handOver.actions.length);
    showToast(`交出去 ${handOver.actions.length} 条`);
  };
  if (parts.length === 0)
    return (
      <>
        {done > 0 && <Banner kind="done" title={`交出去 ${done} 条`} words="他有网就传。这台有网也会传，只算一次" />}
        <Empty title="这台没有要交的" words="没传的都传了，或都交了" action={<Button onTap={back.onTap}>{back.words}</Button>} />
      </>
    );
  return (
    <>
      <Banner
        kind="queued"
        title={`这台没传的 ${waiting} 条`}
        words={waiting > mostHandedOver ? `先交 ${mostHandedOver} 条，交完接着交` : '让同事点“收同事的”，对着扫'}
      />
      <Codes key={parts[0]} parts={parts} />
      <Receipt handOver={handOver} onGood={handed} />
    </>
  );
}
