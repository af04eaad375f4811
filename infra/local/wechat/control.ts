import * as z from 'zod';
import { issueCode } from './codes.ts';
import { Fault } from './faults.ts';
import { launchOf, Scan } from './launch.ts';
import { subscriptionKey } from './messages.ts';
import { type Persona, personaById, personas } from './personas.ts';
import { emptyMemory, type Sim } from './sim.ts';

/** The control plane: what a phone, a person or the passing of time would do. The real service has nothing like it. */
export const controlPrefix = '/__sim/';

interface ControlAnswer {
  status: number;
  body: unknown;
}

type Control = (sim: Sim, input: unknown, query: URLSearchParams) => unknown;

const User = z.string().transform((id, context): Persona => {
  const persona = personaById(id);
  if (persona) return persona;
  context.addIssue({ code: 'custom', message: `nobody is called ${id}` });
  return z.NEVER;
});
const ForUser = z.object({ user: User });
const Subscribe = z.object({
  user: User,
  tmplId: z.string(),
  result: z.enum(['accept', 'reject', 'ban']).default('accept'),
  times: z.int().min(1).default(1),
});
const Clock = z.union([z.object({ advanceS: z.number() }), z.object({ set: z.iso.datetime() })]);
const Limit = z.object({ path: z.string(), perMinute: z.int().min(0).optional(), perDay: z.int().min(0).optional() });

function listPersonas(): unknown {
  return personas.map(({ id, name, about, group, phone }) => ({ id, name, about, group, ...(phone && { phone }) }));
}

/** What wx.login does: a code, and a fresh visit. */
function login(sim: Sim, input: unknown): unknown {
  const { user } = ForUser.parse(input);
  sim.memory.visitMs.set(user.id, sim.nowMs());
  return { code: issueCode(sim, 'login', user.id), errMsg: 'login:ok' };
}

/** What the phone button's event carries: a code, or only the message of a refusal. */
function givePhoneCode(sim: Sim, input: unknown): unknown {
  const { user } = ForUser.parse(input);
  if (user.refuses) return { errMsg: 'getPhoneNumber:fail user deny' };
  if (!user.phone) return { errMsg: 'getPhoneNumber:fail no phone number' };
  return { code: issueCode(sim, 'phone', user.id), errMsg: 'getPhoneNumber:ok' };
}

/** What one tap on the message dialog does; accepted taps add up. */
function subscribe(sim: Sim, input: unknown): unknown {
  const { user, tmplId, result, times } = Subscribe.parse(input);
  const said = user.refuses ? 'reject' : result;
  const before = sim.memory.subscriptions.get(subscriptionKey(user.id, tmplId));
  const accepted = (before?.accepted ?? 0) + (said === 'accept' ? times : 0);
  const isBanned = said === 'ban' || (said === 'reject' && (before?.isBanned ?? false));
  sim.memory.subscriptions.set(subscriptionKey(user.id, tmplId), { accepted, isBanned });
  return { [tmplId]: said, errMsg: 'requestSubscribeMessage:ok' };
}

function moveClock(sim: Sim, input: unknown): unknown {
  const clock = Clock.parse(input);
  const move = 'set' in clock ? Date.parse(clock.set) - sim.nowMs() : clock.advanceS * 1000;
  sim.memory.offsetMs += move;
  return { now: new Date(sim.nowMs()).toISOString() };
}

function visit(sim: Sim, input: unknown): unknown {
  sim.memory.visitMs.set(ForUser.parse(input).user.id, sim.nowMs());
  return {};
}

function addFault(sim: Sim, input: unknown): unknown {
  sim.memory.faults.push(Fault.parse(input));
  return sim.memory.faults;
}

function setLimit(sim: Sim, input: unknown): unknown {
  const { path, ...limit } = Limit.parse(input);
  sim.memory.limits.set(path, limit);
  return limit;
}

function showState(sim: Sim): unknown {
  const { codes, tokens, visitMs, subscriptions, faults, limits, callsByPath } = sim.memory;
  return {
    now: new Date(sim.nowMs()).toISOString(),
    tokens: tokens.size,
    codes: codes.size,
    calls: Object.fromEntries(callsByPath),
    visits: Object.fromEntries(visitMs),
    subscriptions: Object.fromEntries(subscriptions),
    limits: Object.fromEntries(limits),
    faults,
  };
}

function reset(sim: Sim): unknown {
  sim.memory = emptyMemory();
  return {};
}

const controls: Record<string, Control> = {
  'GET /__sim/personas': listPersonas,
  'POST /__sim/login': login,
  'POST /__sim/phone': givePhoneCode,
  'POST /__sim/visit': visit,
  'POST /__sim/scan': (sim, input) => launchOf(sim, Scan.parse(input)) ?? { errMsg: 'scanCode:fail' },
  'POST /__sim/subscribe': subscribe,
  'POST /__sim/clock': moveClock,
  'POST /__sim/faults': addFault,
  'POST /__sim/limits': setLimit,
  'GET /__sim/outbox': (sim, _input, query) => sim.memory.outbox.filter(({ user }) => user === (query.get('user') ?? user)),
  'GET /__sim/state': showState,
  'POST /__sim/reset': reset,
};

/** Answers a call to the control plane; a wrong one is told what is wrong with it. */
export function control(sim: Sim, method: string, path: string, query: URLSearchParams, text: string): ControlAnswer {
  const run = controls[`${method} ${path}`];
  if (!run) return { status: 404, body: { error: `no ${method} ${path}`, controls: Object.keys(controls) } };
  try {
    return { status: 200, body: run(sim, text.trim() === '' ? {} : JSON.parse(text), query) };
  } catch (error) {
    if (error instanceof z.ZodError) return { status: 400, body: { error: z.prettifyError(error) } };
    if (error instanceof SyntaxError) return { status: 400, body: { error: 'the body is not JSON' } };
    throw error;
  }
}
