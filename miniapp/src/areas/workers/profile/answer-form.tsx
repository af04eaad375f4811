import { dayAfter } from '@shanhai/shared/rules/china-day.ts';
import { regionNames } from '@shanhai/shared/rules/regions.ts';
import type { Trade } from '@shanhai/shared/rules/trades.ts';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { Button } from '../../../ui/button.tsx';
import { ChooseOne } from '../../../ui/choice.tsx';
import { today } from '../../../ui/clock.ts';
import { Field } from '../../../ui/field.tsx';
import { PhoneField, phoneProblem } from '../../../ui/phone-field.tsx';
import { DayField } from '../../../ui/pick-field.tsx';
import { TradeChoice } from '../../../ui/trade-choice.tsx';
import { ExperienceForm } from './experience-form.tsx';
import { HomeForm } from './home-form.tsx';
import type { Change, Me, QuestionKey } from './questions.ts';
import { SkillsForm } from './skills-form.tsx';

export interface FormProps {
  me: Me;
  /** Keeps what was said; the page goes on when it is kept. */
  onSay: (change: Change) => void;
  busy: boolean;
}

type Wish = Me['wish'];
/** The wish with one thing said anew; the rest of it stays. */
const wishWith = ({ wish }: Me, part: { [K in keyof Wish]?: Wish[K] }, without?: keyof Wish): Change => {
  const next = { ...wish, ...part };
  if (without) delete next[without];
  return { wish: next };
};

function SayButton({ busy, whyNot, onTap }: { busy: boolean; whyNot?: string | false | undefined; onTap: () => void }) {
  return (
    <Button kind="main" icon="check" disabled={whyNot ?? false} busy={busy} busyWords="正在存" onTap={onTap}>
      存好
    </Button>
  );
}

function TradesForm({ me, onSay, busy }: FormProps) {
  const [trades, setTrades] = useState<Trade[]>(me.wish.trades);
  return (
    <>
      <TradeChoice value={trades} onChange={setTrades} />
      <SayButton busy={busy} whyNot={trades.length === 0 && '先选一样'} onTap={() => onSay(wishWith(me, { trades }))} />
    </>
  );
}

function PlaceForm({ me, onSay }: FormProps) {
  const near = me.home?.regionCode;
  const options = [
    { value: '', words: '都行' },
    { value: '310000', words: '上海' },
    ...(near ? [{ value: near, words: `家门口（${regionNames[near] ?? '本县'}）` }] : []),
  ];
  const say = (placeRegion: string): void => onSay(placeRegion ? wishWith(me, { placeRegion }) : wishWith(me, {}, 'placeRegion'));
  return <ChooseOne label="点一个就存好" options={options} value={me.wish.placeRegion} onChange={say} />;
}

const dormOptions = [
  { value: 'yes', words: '要包住' },
  { value: 'no', words: '不用，自己住' },
] as const;

function DormForm({ me, onSay }: FormProps) {
  const { needsDorm } = me.wish;
  const value = needsDorm === undefined ? undefined : needsDorm ? 'yes' : 'no';
  return <ChooseOne label="点一个就存好" options={dormOptions} value={value} onChange={(one) => onSay(wishWith(me, { needsDorm: one === 'yes' }))} />;
}

const pays = ['3000', '4000', '5000', '6000', '7000'];
const payOptions = [{ value: '', words: '都行' }, ...pays.map((value) => ({ value, words: `${value} 元以上` }))];

function PayForm({ me, onSay }: FormProps) {
  const say = (yuan: string): void => onSay(yuan ? wishWith(me, { leastTakeHomeFen: Number(yuan) * 100 }) : wishWith(me, {}, 'leastTakeHomeFen'));
  const value = me.wish.leastTakeHomeFen ? String(me.wish.leastTakeHomeFen / 100) : undefined;
  return <ChooseOne label="点一个就存好" options={payOptions} value={value} onChange={say} />;
}

function StartForm({ me, onSay, busy }: FormProps) {
  const [startOn, setStartOn] = useState(me.wish.startOn ?? '');
  const day = today();
  const options = [
    { value: day, words: '现在就行' },
    { value: dayAfter(day, 30), words: '一个月后' },
    { value: dayAfter(day, 90), words: '三个月后' },
  ];
  return (
    <>
      <ChooseOne label="大概什么时候" options={options} value={startOn} onChange={setStartOn} />
      <DayField label="或者选一天" value={startOn} onChange={setStartOn} from={day} />
      <SayButton busy={busy} whyNot={!startOn && '先选日子'} onTap={() => onSay(wishWith(me, { startOn }))} />
    </>
  );
}

function NameForm({ me, onSay, busy }: FormProps) {
  const [name, setName] = useState(me.name ?? '');
  return (
    <>
      <Field label="姓名" value={name} onChange={setName} placeholder="您的名字" most={30} hint="同意了才给单位" />
      <SayButton busy={busy} whyNot={!name.trim() && '先写名字'} onTap={() => onSay({ name: name.trim() })} />
    </>
  );
}

function PhoneForm({ me, onSay, busy }: FormProps) {
  const [phone, setPhone] = useState(me.phone ?? '');
  const isGood = phone !== '' && !phoneProblem(phone);
  return (
    <>
      <PhoneField value={phone} onChange={setPhone} hint="同意了才给单位" />
      <SayButton busy={busy} whyNot={!isGood && '电话要 11 位'} onTap={() => onSay(phone === me.phone ? {} : { phone })} />
    </>
  );
}

const forms: Record<QuestionKey, (props: FormProps) => React.ReactNode> = {
  trades: TradesForm,
  place: PlaceForm,
  skills: SkillsForm,
  home: HomeForm,
  start: StartForm,
  dorm: DormForm,
  pay: PayForm,
  name: NameForm,
  phone: PhoneForm,
  experience: ExperienceForm,
};

/** One question and its answer, kept at once. */
export function AnswerForm({ question, me, onDone }: { question: QuestionKey; me: Me; onDone: () => void }) {
  const save = useAction((change: Change) => call('workers.change', change), { done: '记下了' });
  const Form = forms[question];
  const say = async (change: Change): Promise<void> => {
    if (await save.run(change)) onDone();
  };
  return <Form me={me} busy={save.busy} onSay={(change) => void say(change)} />;
}
