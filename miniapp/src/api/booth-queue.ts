import type { BoothAction, BoothOutcome } from '@shanhai/shared/contract/cards.ts';
import { call } from './call.ts';
import { deviceQueue, type WithoutStamp } from './device-queue.ts';
import type { Deed } from './outbox.ts';
import { deviceId } from './session-store.ts';

export interface BoothPlace {
  fairId: string;
  boothNo: number;
}
/** What was done at a booth, before it has its nonce and its time. */
export type BoothAct = WithoutStamp<BoothAction>;

interface AtBooth extends BoothPlace {
  act: BoothAct;
  /** The colleague's device that did it, when it was read off that one's screen. */
  from?: string;
}

const placeOf = ({ fairId, boothNo }: BoothPlace): string => `${fairId} ${boothNo}`;
export const boothKind = 'booth';

export type BoothDeedKept = Deed<AtBooth, BoothOutcome>;
const queue = deviceQueue<AtBooth, BoothOutcome>({
  name: boothKind,
  // a note goes through WeChat's check: fewer at a time than at the gate
  most: 20,
  placeOf,
  batchOf: ({ from = '', ...place }) => `${placeOf(place)} ${from}`,
  upload: async ({ fairId, boothNo, from }, actions) =>
    (await call('cards.upload', { fairId, boothNo, deviceId: deviceId(), ...(from && { from }), actions })).items,
});

/** Makes the outbox able to send what was done at a booth. */
export const sendBoothDeeds = queue.wire;

/** Keeps it on this device; it goes up by itself. Throws the refusal `storage` when there is no room. */
export const keepAtBooth = ({ fairId, boothNo }: BoothPlace, act: BoothAct, nonce?: string): BoothDeedKept => queue.keep({ fairId, boothNo, act }, nonce);
export const boothDeedsNow = (place: BoothPlace): readonly BoothDeedKept[] => queue.now(placeOf(place));
export const useBoothDeeds = (place: BoothPlace): readonly BoothDeedKept[] => queue.useAll(placeOf(place));
/** What a colleague's device at this booth did, read off its screen. False when it is here already. */
export const keepHandedAtBooth = (
  { fairId, boothNo }: BoothPlace,
  from: string,
  { nonce, happenedAt, ...act }: { nonce: string; happenedAt: string },
): boolean => queue.keepHanded({ fairId, boothNo, from, act: act as unknown as BoothAct }, { nonce, happenedAt });
