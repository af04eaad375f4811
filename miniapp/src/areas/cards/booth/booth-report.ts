import { type BoothPlace, boothDeedsNow } from '../../../api/booth-queue.ts';
import { call } from '../../../api/call.ts';
import { queryClient } from '../../../api/query.ts';
import { deviceReports } from '../../../at-work/device-reports.ts';
import { forgetBooth, keptBooth } from './booth-here.ts';

/** What waits here and nobody else has yet; a look adds nothing that anybody would miss, and is sent all the same. */
export const waitingAtBooth = (place: BoothPlace): number =>
  boothDeedsNow(place).filter((deed) => deed.state === 'waiting' && !deed.handedAt && deed.payload.act.kind !== 'look').length;

function standingOf(place: BoothPlace) {
  const rosterAt = keptBooth(place)?.takenAt;
  return { queue: waitingAtBooth(place), ...(rosterAt && { rosterAt }) };
}

/** A booth's device among those of the fair. One that was taken out of service shows nobody’s name any more. */
export const boothReports = deviceReports<BoothPlace>({
  revokedKey: ({ fairId, boothNo }) => `booth-revoked:${fairId}:${boothNo}`,
  send: (place, said) => call('devices.reportBooth', { ...place, ...standingOf(place), ...said }),
  onRevoked(place) {
    forgetBooth(place);
    queryClient.removeQueries({ queryKey: ['cards.atBooth'] });
  },
});
