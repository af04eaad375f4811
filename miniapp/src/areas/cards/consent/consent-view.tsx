import type { Output } from '@shanhai/shared/contract/contract.ts';
import { consentDays, consentVersion } from '@shanhai/shared/rules/cards.ts';
import { yuan } from '@shanhai/shared/rules/fen.ts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/call.ts';
import type { Refusal } from '../../../api/refusal.ts';
import { useAction } from '../../../api/use-action.ts';
import { useScan } from '../../../api/use-scan.ts';
import { goBack } from '../../../nav.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { ListenButton } from '../../../ui/listen-button.tsx';
import { Page } from '../../../ui/page.tsx';
import { Card, Demo, Heading, RadioRow } from '../../../ui/row.tsx';
import { type CardDraft, Given, Term, Terms, WhatIsGiven } from '../../../ui/what-is-given.tsx';
import { CardForm, draftOf, whyNotYet } from './card-form.tsx';
import { GivenState } from './given.tsx';

type Booth = Output<'fairs.booths'>['items'][number];
type Me = Output<'workers.me'>;

function WhichOpening({ booth, jobId, onChange }: { booth: Booth; jobId: string | undefined; onChange: (jobId: string | undefined) => void }) {
  if (booth.openings.length < 2) return null;
  return (
    <View className="stack">
      <Heading aside="不选也行">看中哪个岗位</Heading>
      <Card flush>
        {booth.openings.map((one) => (
          <RadioRow
            key={one.jobId}
            title={one.title}
            words={one.remaining > 0 ? `到手约 ${yuan(one.takeHomeFen)} 元，还要 ${one.remaining} 人` : '招满了'}
            isOn={one.jobId === jobId}
            onTap={() => onChange(one.jobId === jobId ? undefined : one.jobId)}
          />
        ))}
      </Card>
    </View>
  );
}

/** What was newly told is kept for the next booth; then the card goes to this one employer. */
async function keepAndLeave(booth: Booth, me: Me, draft: CardDraft, jobId: string | undefined) {
  const name = draft.name.trim();
  const phone = draft.phone || undefined;
  const isNew = name !== me.name || phone !== me.phone || draft.trades.join() !== me.wish.trades.join();
  if (isNew) await call('workers.change', { name, ...(phone && { phone }), wish: { ...me.wish, trades: draft.trades } });
  return call('cards.leave', {
    fairId: booth.fairId,
    boothNo: booth.boothNo,
    name,
    trades: draft.trades,
    consent: { employerId: booth.employerId, version: consentVersion },
    ...(phone && { phone }),
    ...(jobId && { jobId }),
  });
}

function Refused({ problem }: { problem: Refusal }) {
  const look = useScan();
  const aside = problem.code === 'not_checked_in' && (
    <Button kind="quiet" onTap={() => void look.run()}>
      扫码签到
    </Button>
  );
  const words = problem.code === 'opening_full' ? '换一个岗位，或不选岗位也能交' : undefined;
  return <Banner kind="failed" title={problem.sentence} {...(words && { words })} aside={aside} />;
}

const spokenTerms = (booth: Booth, draft: CardDraft): string =>
  `把名片交给${booth.employerShortName}吗？给的是姓名${draft.phone ? '、电话' : ''}、想做什么。身份证号、住址不给。随时能收回，${consentDays} 天后自动失效。不同意也能看岗位。`;

/** Who gets what, what not, until when, whom to ask; two answers, neither chosen beforehand. 〔个人信息保护法 §14、§17、§23〕 */
export function ConsentView({ booth, me, wanted }: { booth: Booth; me: Me; wanted: string | undefined }) {
  const [draft, setDraft] = useState(() => draftOf(me));
  const [jobId, setJobId] = useState(wanted ?? (booth.openings.length === 1 ? booth.openings[0]?.jobId : undefined));
  const [isAsking, setAsking] = useState(() => whyNotYet(draftOf(me)) !== false || !me.phone || me.wish.trades.length === 0);
  const leave = useAction(() => keepAndLeave(booth, me, draft, jobId), { tell: 'inline' });
  const [card, setCard] = useState<Output<'cards.leave'>>();
  const agree = async (): Promise<void> => setCard(await leave.run());
  if (card) return <GivenState card={card} />;
  const jobTitle = booth.openings.find((one) => one.jobId === jobId)?.title;
  return (
    <Page title="留名片" paper className="consent">
      <View className="row top">
        <View className="h2 grow">
          把名片交给
          <View>
            {booth.employerShortName}
            <Demo when={booth.demo} />？
          </View>
        </View>
        <ListenButton words={spokenTerms(booth, draft)} />
      </View>
      {isAsking && <CardForm draft={draft} onChange={setDraft} />}
      <WhichOpening booth={booth} jobId={jobId} onChange={setJobId} />
      <Heading>给这家的只有这些</Heading>
      <WhatIsGiven draft={draft} noPhone="不给" onEdit={isAsking ? undefined : () => setAsking(true)}>
        {jobTitle && (
          <Given icon="doc" what="看中">
            {jobTitle}
          </Given>
        )}
      </WhatIsGiven>
      <Terms>
        <Term icon="chat" lead="要问就问：">
          {booth.label} 展位的招聘人 {booth.contactName}。
        </Term>
      </Terms>
      {leave.problem && <Refused problem={leave.problem} />}
      <View className="stack tight">
        <Button kind="main" disabled={whyNotYet(draft)} busy={leave.busy} busyWords="正在交" onTap={() => void agree()}>
          同意，交给这家
        </Button>
        <Button kind="quiet" wide onTap={() => goBack()}>
          先不给
        </Button>
      </View>
      <View className="small t3 center">不同意也能看岗位（个人信息保护法第23条）</View>
    </Page>
  );
}
