import { createHash } from 'node:crypto';
import type { Fault } from './faults.ts';

/** A subscription template as the console lists it: `once` is used up by each message, `long` is not. */
export interface Template {
  id: string;
  type: 'once' | 'long';
  keys: readonly string[];
}

/** Where the console sends what WeChat says by itself, in 安全模式. */
export interface PushSettings {
  address: string;
  token: string;
  key: string;
}

export interface Settings {
  appId: string;
  secret: string;
  now: () => Date;
  /** Pages of the released version; left out, every page counts as released. */
  pages: readonly string[] | undefined;
  templates: readonly Template[];
  push?: PushSettings | undefined;
}

/** A code a phone got from WeChat: by wx.login, or by the phone button. */
export interface Code {
  purpose: 'login' | 'phone';
  personaId: string;
  issuedMs: number;
  isUsed: boolean;
}

export interface SentMessage {
  sentAt: string;
  user: string;
  openid: string;
  templateId: string;
  page?: string;
  data: Record<string, string>;
  /** Text here, because a JSON number would lose digits. */
  msgid: string;
}

/** Everything that `reset` forgets. */
export interface Memory {
  offsetMs: number;
  tokens: Map<string, number>;
  stableToken: string | undefined;
  plainToken: string | undefined;
  forcedMs: number[];
  codes: Map<string, Code>;
  sessionKeys: Map<string, string>;
  visitMs: Map<string, number>;
  subscriptions: Map<string, { accepted: number; isBanned: boolean }>;
  outbox: SentMessage[];
  faults: Fault[];
  /** How often each address was asked since the start. */
  callsByPath: Map<string, number>;
  /** The same within one minute or day, for the quotas. */
  callsInWindow: Map<string, number>;
  limits: Map<string, { perMinute?: number | undefined; perDay?: number | undefined }>;
}

export interface Sim {
  readonly settings: Settings;
  memory: Memory;
  nowMs(): number;
  /** The next piece of a fixed random sequence, base64url; the sequence goes on through a reset, so nothing comes twice. */
  draw(length: number): string;
}

export function emptyMemory(): Memory {
  return {
    offsetMs: 0,
    tokens: new Map(),
    stableToken: undefined,
    plainToken: undefined,
    forcedMs: [],
    codes: new Map(),
    sessionKeys: new Map(),
    visitMs: new Map(),
    subscriptions: new Map(),
    outbox: [],
    faults: [],
    callsByPath: new Map(),
    callsInWindow: new Map(),
    limits: new Map(),
  };
}

export function openSim(settings: Settings): Sim {
  let drawn = 0;
  const sim: Sim = {
    settings,
    memory: emptyMemory(),
    nowMs: () => settings.now().getTime() + sim.memory.offsetMs,
    draw: (length) => {
      drawn += 1;
      return createHash('sha512').update(`${settings.appId}|${drawn}`).digest('base64url').padEnd(length, '0').slice(0, length);
    },
  };
  return sim;
}
