import { chinaTime } from '@shanhai/shared/rules/china-day.ts';
import { spokenNumber } from '@shanhai/shared/rules/fairs.ts';
import { type CheckInDeed, useCheckInDeeds } from '../../api/check-in.ts';
import { go } from '../../nav.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { RefusedTap, UnreadableNews } from '../../ui/tap-news.tsx';

const Look = ({ fairId, words = '看号码' }: { fairId: string; words?: string }) => (
  <Button onTap={() => go('/areas/fairs/checked-in/index', { fairId })}>{words}</Button>
);

function News({ deed }: { deed: CheckInDeed }) {
  const { state, answer, happenedAt, payload } = deed;
  const fairId = answer?.fairId ?? payload.fairId;
  if (state === 'waiting')
    return <Banner kind="queued" title="已记下，有网就上传" words={`${chinaTime(happenedAt)} 到场，不用再点`} aside={<Look fairId={fairId} words="看看" />} />;
  if (state === 'refused' || !answer) return <RefusedTap deed={deed} />;
  return <Banner kind="synced" title="签到已上传" words={`您的号码 ${spokenNumber(answer.number)}`} aside={<Look fairId={fairId} />} />;
}

/** What became of check-ins that were made without network, until the person has seen it. */
export function CheckInNews() {
  const deeds = useCheckInDeeds();
  return (
    <>
      <UnreadableNews />
      {deeds.map((deed) => (
        <News key={deed.nonce} deed={deed} />
      ))}
    </>
  );
}
