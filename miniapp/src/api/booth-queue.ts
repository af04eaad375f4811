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
export type BoothDeedKept = Deed<BoothPlace & { act: BoothAct }, BoothOutcome>;

const batchOfBooth = ({ fairId, boothNo }: BoothPlace): string => `${fairId} ${boothNo}`;

const queue = deviceQueue<BoothPlace & { act: BoothAct }, BoothOutcome>({
  name: 'booth',
  // a note goes through WeChat's check: fewer at a time than at the gate
  most: 20,
  placeOf: batchOfBooth,
  batchOf: batchOfBooth,
  upload: async ({ fairId, boothNo }, actions) => (await call('cards.upload', { fairId, boothNo, deviceId: deviceId(), actions })).items,
});

/** Makes the outbox able to send what was done at a booth. */
export const sendBoothDeeds = queue.wire;

/** Keeps it on this device; it goes up by itself. Throws the refusal `storage` when there is no room. */
export const keepAtBooth = ({ fairId, boothNo }: BoothPlace, act: BoothAct, nonce?: string): BoothDeedKept => queue.keep({ fairId, boothNo, act }, nonce);
export const boothDeedsNow = (place: BoothPlace): readonly BoothDeedKept[] => queue.now(batchOfBooth(place));
export const useBoothDeeds = (place: BoothPlace): readonly BoothDeedKept[] => queue.useAll(batchOfBooth(place));
