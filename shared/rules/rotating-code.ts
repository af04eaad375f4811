import type { StepMatch } from './evidence.ts';
import { hmacSha256 } from './sha256.ts';

/** A code on a screen, new every 30 seconds (RFC 6238's step). It is 32 characters like every other: kind, key, fair, gate and step, signature. */

const stepMs = 30_000;
/** A screen's clock and the way to the server: one step to either side is still now. */
const graceSteps = 1;
/** Somebody who reads before tapping: two minutes, and it is marked. */
const slowSteps = 4;
/** By how much the clock of a phone without network may be wrong. */
const phoneClockSteps = 20;
/** Five bits of gate and thirteen of step are the 18 bits behind the fair. The signature covers the whole step, so none ever comes again. */
const stepRoom = 8192;
const gateRoom = 32;
const oldestSteps = (7 * 86_400_000) / stepMs;
const macChars = 18;
const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export const stepAt = (at: string | number): number => Math.floor((typeof at === 'number' ? at : Date.parse(at)) / stepMs);
/** Milliseconds until the next code. */
export const stepLeftMs = (at: number): number => stepMs - (at % stepMs);

const lettersOf = (index: number): string => [12, 6, 0].map((bits) => base64url.charAt((index >> bits) & 63)).join('');
const indexOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 64 + base64url.indexOf(letter), 0);

/** What a screen signs with: good for one fair, until its organizer changes it. */
export interface ScreenKey {
  keyId: string;
  key: string;
}

function textOf(bytes: readonly number[]): string {
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const three = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    out += [18, 12, 6, 0].map((bits) => base64url.charAt((three >> bits) & 63)).join('');
  }
  return out;
}

/** What is signed: the code's own head and the whole step, of which the head holds the lower part. */
export const signedOf = (head: string, step: number): string => `${head}|${step}`;

export function rotatingCode({ keyId, key }: ScreenKey, fairId: string, gate: number, at: number): string {
  const step = stepAt(at);
  const head = `R${keyId}${fairId}${lettersOf((gate % gateRoom) * stepRoom + (step % stepRoom))}`;
  return head + textOf(hmacSha256(key, signedOf(head, step))).slice(0, macChars);
}

/** What a rotating code says of itself, unproven. */
export function readRotating(code: string): { fairId: string; gate: number; low: number } | undefined {
  if (!/^R[\w-]{31}$/.test(code)) return undefined;
  const index = indexOf(code.slice(11, 14));
  return { fairId: code.slice(2, 11), gate: Math.floor(index / stepRoom), low: index % stepRoom };
}

/** The steps of the last week, and of the next minutes, that this lower part may stand for; the nearest first. */
export function stepsFor(low: number, around: number): number[] {
  const ahead = around + phoneClockSteps;
  const newest = ahead - ((((ahead - low) % stepRoom) + stepRoom) % stepRoom);
  const steps: number[] = [];
  for (let step = newest; step >= around - oldestSteps; step -= stepRoom) steps.push(step);
  return steps;
}

/**
 * How a genuine code of this step fits the moment. Online the server's clock decides; a tap that a phone kept is held against the
 * moment it tells, which only the phone knows. Undefined: photographed or run out.
 */
export function matchOf(step: number, now: string, happenedAt: string | undefined): StepMatch | undefined {
  const age = stepAt(now) - step;
  if (happenedAt !== undefined && Math.abs(stepAt(happenedAt) - step) > phoneClockSteps) return undefined;
  if (Math.abs(age) <= graceSteps) return 'fresh';
  if (happenedAt !== undefined) return 'late';
  return age > 0 && age <= slowSteps ? 'slow' : undefined;
}
