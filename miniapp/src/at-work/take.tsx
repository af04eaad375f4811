import { deviceName } from '@shanhai/shared/rules/devices.ts';
import { type HandOver, handOverOf, missingOf, type ReadPart, type Received, readPart, receiptOf } from '@shanhai/shared/rules/relay.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { flush } from '../api/flush.ts';
import { asRefusal } from '../api/refusal.ts';
import { aria } from '../ui/aria.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import { Card, Heading } from '../ui/row.tsx';
import { scan } from '../ui/scan.ts';
import { showToast } from '../ui/toast-store.ts';
import type { Relay } from './relay-of.ts';

const saidWords: Record<Exclude<ReadPart, 'taken'>, string> = {
  again: '这张收过了',
  not_a_part: '这不是同事屏幕上的码',
  broken: '没扫清楚，再扫一次',
  another: '这是另一台的，先收完这台',
};
const receiptSize = 200;

interface Taken {
  handOver: HandOver;
  digits: string;
  code: string;
  fresh: number;
}

/** All parts are there: kept on this device under the giver's nonces, then receipted. */
function keepAll({ place, keep }: Relay, received: Received): Taken | string {
  const handOver = handOverOf(received);
  if (!handOver) return '这一份拼不起来，请他退出再打开，从头收';
  if (handOver.fairId !== place) return '这是别处的，收不了';
  try {
    const fresh = handOver.actions.filter((action) => keep(handOver.from, action)).length;
    void flush();
    return { handOver, fresh, ...receiptOf(received) };
  } catch (error) {
    return asRefusal(error).sentence;
  }
}

function Done({ taken: { handOver, digits, code, fresh }, onNext }: { taken: Taken; onNext: () => void }) {
  const { actions, from } = handOver;
  return (
    <>
      <Banner
        kind="done"
        title={`收齐了，${actions.length} 条`}
        words={fresh === actions.length ? `${deviceName(from)} 那台的，有网就传` : `其中 ${actions.length - fresh} 条早就有了，不会算两次`}
      />
      <Card>
        <Heading>收条，给他看</Heading>
        <View className="relay-code">
          <View className="relay-digits" {...aria({ label: `收条 ${digits}` })}>
            {digits}
          </View>
          <QrCode text={code} size={receiptSize} label="收条的码" />
        </View>
      </Card>
      <Button kind="main" onTap={onNext}>
        再收一份
      </Button>
    </>
  );
}

/** The taker: reads the colleague's codes in any order and says which are missing. */
export function Take({ relay }: { relay: Relay }) {
  const { isRevoked } = relay;
  const [received, setReceived] = useState<Received>();
  const [taken, setTaken] = useState<Taken>();
  const restart = (): void => {
    setReceived(undefined);
    setTaken(undefined);
  };
  const finish = (whole: Received): void => {
    const kept = keepAll(relay, whole);
    if (typeof kept === 'string') {
      setReceived(undefined);
      showToast(kept, 'stop');
    } else setTaken(kept);
  };
  const take = (text: string): void => {
    const { received: next, said } = readPart(received, text);
    if (said !== 'taken') {
      showToast(saidWords[said], said === 'again' ? undefined : 'stop');
      return;
    }
    setReceived(next);
    if (next && missingOf(next).length === 0) finish(next);
  };
  const read = async (): Promise<void> => {
    const scanned = await scan({ title: '扫他屏幕上的码', hint: '哪张先扫都行' });
    if (scanned) take(scanned.code ?? String(scanned.number));
  };
  if (isRevoked) return <Banner kind="failed" title="这台设备停用了" words="收不了。请同事换一台收，他那边的还在" />;
  if (taken) return <Done taken={taken} onNext={restart} />;
  const missing = received && missingOf(received);
  return (
    <>
      <Banner
        kind={received ? 'queued' : 'info'}
        title={received && missing ? `收了 ${received.total - missing.length} 张，还差 ${missing.length} 张` : '对着同事的屏幕扫'}
        words={missing ? `还差第 ${missing.join('、')} 张` : '他那台点“交给同事”，屏幕上有码'}
      />
      <Button kind="main" icon="scan" onTap={() => void read()}>
        {received ? '扫下一张' : '扫他的码'}
      </Button>
      {received && (
        <Button kind="quiet" wide onTap={restart}>
          不收了，从头来
        </Button>
      )}
    </>
  );
}
