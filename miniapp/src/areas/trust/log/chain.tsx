import type { Output } from '@shanhai/shared/contract/contract.ts';
import { chinaTime, monthDay } from '@shanhai/shared/rules/china-day.ts';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';

type Check = Output<'audit.check'>;

const faultWords: Record<NonNullable<Check['gap']>['fault'], string> = {
  block_missing: '少了一段',
  block_changed: '有一段被改过',
  order_changed: '前后次序被换过',
  line_missing: '少了一条',
  line_changed: '有一条被改过',
  line_added: '多出一条没入链的',
  touched: '有人动过记录',
  copy_missing: '少了一份备份',
  copy_differs: '和备份对不上',
};

function Found({ check }: { check: Check }) {
  const { gap, lines, since, copies } = check;
  const copied = copies?.until ? `${copies.count} 份备份也一样，最近一份 ${monthDay(copies.until)} ${chinaTime(copies.until)}` : '还没有备份，每小时备份一次';
  if (!gap) return <Banner kind="done" title={`${lines} 条都对得上`} words={since ? `从 ${monthDay(since)} 起，一条没少、没改。${copied}` : '还没有记录'} />;
  const where = gap.at ? `${monthDay(gap.at)} ${chinaTime(gap.at)}` : '';
  return <Banner kind="failed" title={`第 ${gap.block} 段：${faultWords[gap.fault]}`} words={`${where}，请马上告诉负责信息安全的人，先什么都别改`} />;
}

/** 核对: does every line stand where it was written? */
export function Chain() {
  const [check, setCheck] = useState<Check>();
  const walk = useAction(async () => setCheck(await call('audit.check', {})));
  return (
    <>
      {check && <Found check={check} />}
      <Button kind="line" icon="guard" busy={walk.busy} busyWords="正在核对" onTap={() => void walk.run()}>
        核对有没有缺的、改的
      </Button>
    </>
  );
}
