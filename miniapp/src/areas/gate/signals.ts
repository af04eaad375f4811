import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';
import { keepIfRoom } from '../../api/kept.ts';
import type { Verdict } from './verdict.ts';

/** What somebody at the gate hears without looking: each outcome sounds different, and a phone trembles differently. */
export type Signal = 'in' | 'already' | 'refused' | 'kept';

interface Tone {
  hertz: number;
  /** Seconds from the beginning, and how long. */
  from: number;
  long: number;
}

/** High once; the same twice; low and long; falling. */
const tones: Record<Signal, readonly Tone[]> = {
  in: [{ hertz: 988, from: 0, long: 0.14 }],
  already: [
    { hertz: 587, from: 0, long: 0.1 },
    { hertz: 587, from: 0.16, long: 0.1 },
  ],
  refused: [{ hertz: 196, from: 0, long: 0.5 }],
  kept: [
    { hertz: 784, from: 0, long: 0.1 },
    { hertz: 523, from: 0.12, long: 0.12 },
  ],
};
const loudness = 0.3;
const muteKey = 'gate-mute';
const listeners = new Set<() => void>();
let isMute = Taro.getStorageSync<boolean | ''>(muteKey) === true;
let speaker: AudioContext | undefined;

export function mute(next: boolean): void {
  isMute = next;
  keepIfRoom(muteKey, next);
  for (const listener of listeners) listener();
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const useMute = (): boolean =>
  useSyncExternalStore(
    follow,
    () => isMute,
    () => isMute,
  );

function play(signal: Signal): void {
  speaker ??= new AudioContext();
  void speaker.resume();
  for (const { hertz, from, long } of tones[signal]) {
    const tone = speaker.createOscillator();
    const volume = speaker.createGain();
    tone.frequency.value = hertz;
    volume.gain.value = loudness;
    tone.connect(volume);
    volume.connect(speaker.destination);
    tone.start(speaker.currentTime + from);
    tone.stop(speaker.currentTime + from + long);
  }
}

const shortly = (): void => void Taro.vibrateShort({ type: 'heavy' });
const againMs = 180;

function tremble(signal: Signal): void {
  if (signal === 'refused') {
    void Taro.vibrateLong();
    return;
  }
  shortly();
  if (signal !== 'in') setTimeout(shortly, againMs);
}

/** Tells the outcome by ear or by hand; a device that can do neither stays silent. */
export function signal(outcome: Signal): void {
  if (isMute) return;
  try {
    if (process.env.TARO_ENV === 'weapp') tremble(outcome);
    else play(outcome);
  } catch {
    // no sound on this device: the screen says it
  }
}

const signals: Partial<Record<Verdict['kind'], Signal>> = { in: 'in', out: 'in', already: 'already', kept: 'kept', refused: 'refused', unsure: 'refused' };
export const signalOf = (verdict: Verdict): Signal | undefined => signals[verdict.kind];
