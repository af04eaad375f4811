import type { Output } from '@shanhai/shared/contract/contract.ts';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { replace } from '../../../nav.ts';
import { Button } from '../../../ui/button.tsx';
import { Switch } from '../../../ui/choice.tsx';
import { Field } from '../../../ui/field.tsx';
import { dayWords } from '../../../ui/place-words.ts';
import { Card, Heading, RadioRow } from '../../../ui/row.tsx';
import { scan } from '../../../ui/scan.ts';

type Offered = Output<'workers.claimable'>['items'][number];

const strip = /^N[\w-]{31}$/;
const wordsOf = ({ town, registeredOn }: Offered): string => [town, `${dayWords(registeredOn)}登记`].filter(Boolean).join('，');

function OfferedRows({ offered, picked, onPick }: { offered: readonly Offered[]; picked: string; onPick: (workerId: string) => void }) {
  if (offered.length === 0) return null;
  return (
    <Card flush>
      {offered.map((one) => (
        <RadioRow
          key={one.workerId}
          title={one.maskedName}
          words={`和您的手机号一样：${wordsOf(one)}`}
          isOn={picked === one.workerId}
          onTap={() => onPick(one.workerId)}
        />
      ))}
    </Card>
  );
}

/** By the confirmed phone, by the letters a proxy shows, or by a number strip; the name is said as well. */
export function ClaimForm({ offered }: { offered: readonly Offered[] }) {
  const [picked, setPicked] = useState('');
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [keepsProxies, setKeeps] = useState(false);
  const claim = useAction(() => call('workers.claim', { ...(picked ? { workerId: picked } : { code: code.trim() }), name: name.trim(), keepsProxies }), {
    tell: 'inline',
    done: '拿回来了，以后您自己管',
  });
  const isStrip = strip.test(code);
  const read = async (): Promise<void> => {
    const scanned = await scan({ title: '扫号码条或认领码', hint: '号码条在招聘会门口发，认领码问替您登记的人要' });
    if (!scanned?.code) return;
    setCode(scanned.code);
    setPicked('');
  };
  const send = async (): Promise<void> => {
    if (await claim.run()) replace('/areas/workers/profile/index');
  };
  const whyNot = !picked && !code.trim() ? '先填认领码' : !name.trim() && '写上您的名字';
  return (
    <>
      <OfferedRows offered={offered} picked={picked} onPick={(workerId) => setPicked(workerId === picked ? '' : workerId)} />
      <Card>
        <Heading>认领</Heading>
        {!picked && (
          <>
            <Field
              label="认领码"
              value={isStrip ? '扫到号码条了' : code}
              onChange={(typed) => setCode(typed.toUpperCase())}
              placeholder="8 位，字母和数字"
              most={32}
              hint="问替您登记的人要；有号码条的，扫一下就行"
            />
            <Button kind="soft" icon="scan" onTap={() => void read()}>
              扫号码条或认领码
            </Button>
          </>
        )}
        <Field label="您的名字" value={name} onChange={setName} placeholder="照登记时说的写" most={30} problem={claim.problem?.sentence} />
        <Switch words="还让替我登记的人帮着办" isOn={keepsProxies} onChange={setKeeps} />
        <Button kind="main" icon="check" disabled={whyNot} busy={claim.busy} busyWords="正在认领" onTap={() => void send()}>
          是我，拿回来
        </Button>
      </Card>
    </>
  );
}
