import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { RadioRow } from '../../../ui/row.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { openingWords } from './opening-list.tsx';
import type { Opening, PersonRow, Whole } from './whole.ts';

interface Props {
  row: PersonRow;
  page: number;
  whole: Whole;
  onClose: () => void;
  onChanged: () => void;
}

const none = '';
/** So many lines a sheet shows; the rest is found by its name. */
const shownAtOnce = 20;

function choicesOf(openings: readonly Opening[], q: string, jobId: string | undefined): Opening[] {
  const isFree = (o: Opening): boolean => o.placed < o.places || o.jobId === jobId;
  const isNow = (o: Opening): number => Number(o.jobId === jobId);
  const found = openings.filter((o) => isFree(o) && `${o.employerName}${o.title}${o.label ?? ''}`.includes(q));
  return found.sort((a, b) => isNow(b) - isNow(a)).slice(0, shownAtOnce);
}

/** 换一个: another opening with a place left, or none, and why. */
export function ChangeSheet({ row, page, whole, onClose, onChanged }: Props) {
  const [to, setTo] = useState<string>(row.jobId ?? none);
  const [why, setWhy] = useState('');
  const [q, setQ] = useState('');
  const { allocationId } = whole.allocation;
  const save = useAction(async () => {
    await call('allocations.change', { allocationId, page, workerId: row.workerId, why, ...(to !== none && { jobId: to }) });
    onChanged();
  });
  const isSame = to === (row.jobId ?? none);
  return (
    <Sheet isOpen onClose={onClose} label="换一个岗位">
      <View className="h2">给{row.name}换一个</View>
      <Field label="找岗位" value={q} onChange={setQ} placeholder="单位、岗位或展位" most={20} />
      <View className="allocation-choices">
        <RadioRow title="先不配" words="不给这个人发推荐" isOn={to === none} onTap={() => setTo(none)} />
        {choicesOf(whole.openings, q.trim(), row.jobId).map((o) => (
          <RadioRow key={o.jobId} title={`${o.employerName} ${o.title}`} words={openingWords(o)} isOn={to === o.jobId} onTap={() => setTo(o.jobId)} />
        ))}
      </View>
      <Field label="为什么换" value={why} onChange={setWhy} placeholder="比如：本人想和老乡一起" most={100} />
      <Button kind="main" busy={save.busy} busyWords="正在存" disabled={isSame ? '先选一个' : !why.trim() && '写上为什么'} onTap={() => void save.run()}>
        换好了
      </Button>
      <Button kind="quiet" wide onTap={onClose}>
        不换了
      </Button>
    </Sheet>
  );
}
