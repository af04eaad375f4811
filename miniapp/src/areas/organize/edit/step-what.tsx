import { type Campaign, campaigns, campaignWords, fairKinds, fairKindWords } from '@shanhai/shared/rules/fairs.ts';
import { regionName } from '@shanhai/shared/rules/regions.ts';
import { isOwnPairing } from '@shanhai/shared/rules/scopes.ts';
import { useSession } from '../../../api/session-store.ts';
import { useCall } from '../../../api/use-call.ts';
import { ChooseOne } from '../../../ui/choice.tsx';
import { Field } from '../../../ui/field.tsx';
import { ListField } from '../../../ui/pick-field.tsx';
import type { Draft, Problems } from './form.ts';

export interface StepProps {
  draft: Draft;
  problems: Problems;
  change: (changed: Partial<Draft>) => void;
}

const kindOptions = fairKinds.map((value) => ({ value, words: fairKindWords[value] }));
const campaignOptions = campaigns.map((value: Campaign) => ({ value, words: campaignWords[value] }));

/** `宝山区 – 曲靖市` */
const sides = (shanghaiRegion: string, partnerRegion: string | undefined): string =>
  `${regionName(shanghaiRegion)} – ${partnerRegion ? regionName(partnerRegion) : '待结对'}`;

function PairingField({ value, onChange }: { value: string; onChange: (pairingId: string) => void }) {
  const pairings = useCall('pairings.list', {});
  const session = useSession();
  const own = pairings.data?.items.filter((one) => session && isOwnPairing(one, session.acting)) ?? [];
  const listed = own.map((one) => ({ value: one.pairingId, words: sides(one.shanghaiRegion, one.partnerRegion) }));
  return (
    <ListField
      label="算哪一对的"
      aside="散场后记到结对里"
      value={value}
      onChange={onChange}
      disabled={!pairings.data}
      options={[{ value: '', words: '不算结对' }, ...listed]}
      {...(pairings.problem && { problem: '结对名单没读到，可以先不选' })}
    />
  );
}

/** 1 什么会: name, kind, campaign, pairing. */
export function StepWhat({ draft, problems, change }: StepProps) {
  return (
    <>
      <Field label="名字" value={draft.title} onChange={(title) => change({ title })} most={40} placeholder="春风送岗·雁归罗平" problem={problems.title} />
      <Field
        label="哪一场"
        aside="没有就空着"
        value={draft.subtitle}
        onChange={(subtitle) => change({ subtitle })}
        most={40}
        placeholder="首场·富乐镇桃源集市"
        problem={problems.subtitle}
      />
      <ChooseOne label="怎么办" options={kindOptions} value={draft.kind} onChange={(kind) => change({ kind })} problem={problems.kind} />
      <ChooseOne label="哪项活动" options={campaignOptions} value={draft.campaign} onChange={(campaign) => change({ campaign })} problem={problems.campaign} />
      <PairingField value={draft.pairingId} onChange={(pairingId) => change({ pairingId })} />
    </>
  );
}
