import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { refusalOf } from '../../../api/refusal.ts';
import { deviceId } from '../../../api/session-store.ts';
import { useCall } from '../../../api/use-call.ts';
import { go } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Lamp } from '../../../ui/figures.tsx';
import { Page } from '../../../ui/page.tsx';
import type { Hiring } from '../../../ui/recruiter-only.tsx';
import { scan } from '../../../ui/scan.ts';
import { AnswerFoot } from './answer-foot.tsx';
import { BoothLink, BoothNotSent } from './booth-link.tsx';
import { type MyBooth, tellingOf } from './booth-words.ts';
import { DevicePart, RevokedHere, useBoothReports } from './device-part.tsx';
import { DigitPad, DigitPlaces } from './digit-pad.tsx';
import { Nameless } from './nameless.tsx';
import { NotAgreed } from './not-agreed.tsx';
import { OpeningPicker } from './opening-picker.tsx';
import { PersonCard } from './person-card.tsx';
import { PersonNote } from './person-note.tsx';
import { isStopped, Stopped } from './stopped.tsx';
import { useBoothKeeping } from './use-booth-keeping.ts';
import { type Person, usePerson } from './use-person.ts';
import { Before, BoothRows, FairState } from './waiting.tsx';

/** Four digits typed one by one; the fourth asks at once, and the digit after that begins anew. */
function useTyped(person: Person) {
  const [typed, setTyped] = useState('');
  const onNext = (): void => {
    setTyped('');
    person.clear();
  };
  const onDigit = (digit: string): void => {
    if (person.find.busy) return;
    const next = typed.length === 4 ? digit : typed + digit;
    person.clear();
    setTyped(next);
    if (next.length === 4 && Number(next) > 0) void person.find.run({ number: Number(next) });
  };
  const onScan = async (): Promise<void> => {
    const scanned = await scan({ title: '扫对方的码', hint: '手机上的码，或号码条上的码' });
    if (!scanned) return;
    person.clear();
    setTyped(scanned.number === undefined ? '' : spokenNumber(scanned.number));
    await person.find.run(scanned);
  };
  const problem = typed === '0000' ? refusalOf('number_unknown', { number: typed }) : person.problem;
  return { typed, problem, onDigit, onScan, onNext, onBack: () => setTyped(typed.slice(0, -1)) };
}

/** Which opening the answer is about; with several it can be changed. */
function OpeningInMind({ booth, person }: { booth: MyBooth; person: Person }) {
  const [isOpen, setOpen] = useState(false);
  const { openings } = booth;
  const title = openings.find((o) => o.jobId === person.jobId)?.title;
  if (openings.length === 0) return null;
  if (openings.length === 1) return <View className="grow t2">岗位：{title ?? openings[0]?.title}</View>;
  const pick = (jobId: string): void => {
    person.setJobId(jobId);
    setOpen(false);
  };
  return (
    <>
      <Button kind="quiet" iconAfter="down" onTap={() => setOpen(true)}>
        岗位：{title ?? '还没选'}
      </Button>
      <OpeningPicker openings={openings} jobId={person.jobId} isOpen={isOpen} onPick={pick} onClose={() => setOpen(false)} />
    </>
  );
}

interface Props {
  booth: MyBooth;
  hiring: Hiring;
  onOthers?: (() => void) | undefined;
}

/** Who stands there: the card they gave, or that they have not given it yet. */
function Somebody({ booth, hiring, person, onNext }: Props & { person: Person; onNext: () => void }) {
  const { found, agree } = person;
  if (!found) return null;
  const note = (
    <PersonNote key={found.number} note={person.note} onNote={person.setNote}>
      <OpeningInMind booth={booth} person={person} />
    </PersonNote>
  );
  if (found.nameless) return <Nameless number={found.number}>{note}</Nameless>;
  if (!found.card) {
    const { number, hasName } = found;
    return (
      <NotAgreed {...{ number, hasName, onNext }} employer={hiring.name} boothLabel={booth.label} busy={agree.busy} onAgreed={() => void agree.run(number)} />
    );
  }
  return <PersonCard card={found.card}>{note}</PersonCard>;
}

/** How many were answered, and the way to them. */
function Met({ booth: { fairId, boothNo }, count }: { booth: MyBooth; count: number | undefined }) {
  return (
    <View className="row ends fw">
      <View className="t2 nw">见了 {count ?? '–'} 人</View>
      <Button kind="quiet" icon="list" onTap={() => go('/areas/cards/seen/index', { fairId, boothNo })}>
        今天见过的人
      </Button>
    </View>
  );
}

/** While somebody stands there, in one line; the whole of it is below the digits. */
function StandsAlone({ keeping: { isDown, waiting } }: { keeping: ReturnType<typeof useBoothKeeping> }) {
  if (!isDown && waiting.length === 0) return null;
  return <Lamp state="wait">{[isDown && '没网，照常用', waiting.length > 0 && `待传 ${waiting.length} 条`].filter(Boolean).join('，')}</Lamp>;
}

const isAnswerable = (found: Person['found']): boolean => !!found?.card || !!found?.nameless;

/** One after another: scan or type, look, one of three answers, next. */
export function BoothMode({ booth, hiring, onOthers }: Props) {
  const { fairId, boothNo, openings } = booth;
  const seen = useCall('cards.atBooth', { fairId, boothNo, deviceId: deviceId() });
  const person = usePerson({ fairId, boothNo }, hiring.employerId, openings.length === 1 ? openings[0]?.jobId : undefined);
  const { typed, problem, onDigit, onScan, onNext, onBack } = useTyped(person);
  const keeping = useBoothKeeping({ fairId, boothNo });
  useBoothReports({ fairId, boothNo }, keeping);
  const { found } = person;
  const met = seen.data?.items.filter((card) => card.answer).length;
  const isOut = isStopped({ fairId, boothNo }, problem, seen.problem);
  // once the list itself says so nobody is asked for, until it says otherwise
  const isAsking = !isStopped({ fairId, boothNo });
  return (
    <Page
      title={`${booth.label} 展位`}
      foot={isAnswerable(found) ? <AnswerFoot booth={booth} person={person} onSaved={onNext} /> : undefined}
      className="booth"
    >
      <Met booth={booth} count={met} />
      {isOut && <Stopped employerId={hiring.employerId} />}
      {found && <StandsAlone keeping={keeping} />}
      {isAsking && <DigitPlaces typed={found ? spokenNumber(found.number) : typed} busy={person.find.busy} onScan={() => void onScan()} onClear={onNext} />}
      <RevokedHere place={{ fairId, boothNo }} keeping={keeping} />
      {problem && !isOut && problem.code !== 'device_revoked' && <Banner kind="failed" {...tellingOf(problem)} />}
      <Somebody {...{ booth, hiring, person, onNext }} />
      {!problem && <Before person={person} onChange={(number) => void person.find.run({ number })} />}
      {!found && (
        <>
          <FairState booth={booth} />
          <BoothNotSent keeping={keeping} />
          {isAsking && <DigitPad onDigit={onDigit} onBack={onBack} onClear={onNext} />}
          <BoothLink keeping={keeping} />
          <DevicePart place={{ fairId, boothNo }} keeping={keeping} />
          <BoothRows booth={booth} employerId={hiring.employerId} onOthers={onOthers} />
        </>
      )}
    </Page>
  );
}
