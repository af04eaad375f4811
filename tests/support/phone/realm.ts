import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { guarded, type Handset } from './handset.ts';

/** Timers this short are steps of one and the same reaction; longer ones are waits. */
const shortMs = 60;

/** WeChat has no eval; its Function ignores what it is given, but for the one text that packagers use to find the global object. */
const restrictions = `(() => {
  const Whole = Function;
  const Restricted = function (...given) { return given.at(-1) === 'return this' ? () => globalThis : () => undefined; };
  Restricted.prototype = Whole.prototype;
  globalThis.Function = Restricted;
  for (const absent of ['WebAssembly', 'SharedArrayBuffer', 'Atomics', 'Iterator']) delete globalThis[absent];
  const RealDate = Date;
  const clock = phoneClock;
  delete globalThis.phoneClock;
  globalThis.Date = class Date extends RealDate {
    constructor(...given) { if (given.length) super(...given); else super(clock()); }
    static now() { return clock(); }
  };
})()`;

function timersOf(handset: Handset) {
  const standing = new Map<number, { timer: NodeJS.Timeout; isShort: boolean }>();
  let last = 0;
  const drop = (id: number): void => {
    const one = standing.get(id);
    if (!one) return;
    clearTimeout(one.timer);
    standing.delete(id);
    if (one.isShort) handset.busy -= 1;
  };
  const setPhoneTimeout = (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]): number => {
    last += 1;
    const id = last;
    const isShort = ms <= shortMs;
    if (isShort) handset.busy += 1;
    const fire = (): void => {
      guarded(handset, () => run(...given));
      drop(id);
    };
    standing.set(id, { timer: setTimeout(fire, ms), isShort });
    return id;
  };
  const setPhoneInterval = (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]): number => {
    last += 1;
    standing.set(last, { timer: setInterval(() => guarded(handset, () => run(...given)), ms), isShort: false });
    return last;
  };
  const clearAll = (): void => {
    for (const id of [...standing.keys()]) drop(id);
  };
  return { globals: { setTimeout: setPhoneTimeout, clearTimeout: drop, setInterval: setPhoneInterval, clearInterval: drop }, clearAll };
}

function consoleOf(handset: Handset) {
  const quiet = (): void => undefined;
  const error = (...said: unknown[]): void => void handset.faults.push(said.map((one) => String((one as Error)?.stack ?? one)).join(' '));
  return { log: quiet, info: quiet, debug: quiet, warn: quiet, error };
}

function phoneClock({ setting }: Handset): () => number {
  const { now } = setting;
  return now ? () => Date.parse(now()) : () => Date.now();
}

/** The JavaScript world of one running mini-program: no process, fetch, URL, AbortController or window, and files that know only their own package. */
export function openRealm(handset: Handset, given: Record<string, unknown>, packages: readonly string[]) {
  const { dist } = handset.setting;
  const timers = timersOf(handset);
  const globals: Record<string, unknown> = { ...given, ...timers.globals, console: consoleOf(handset), phoneClock: phoneClock(handset) };
  const context = vm.createContext(globals, { codeGeneration: { strings: false, wasm: false } });
  globals['global'] = context;
  vm.runInContext(restrictions, context);
  const modules = new Map<string, { exports: unknown }>();
  const packageOf = (file: string): string | undefined => packages.find((root) => file.startsWith(`${root}/`));

  function load(file: string, from = file): unknown {
    const name = file.endsWith('.js') ? file : `${file}.js`;
    const owner = packageOf(name);
    if (owner && owner !== packageOf(from)) throw new Error(`${from} asks for ${name} of another subpackage`);
    const loaded = modules.get(name);
    if (loaded) return loaded.exports;
    const module = { exports: {} };
    modules.set(name, module);
    const text = readFileSync(path.join(dist, name), 'utf8');
    const run = vm.runInContext(`(function (require, module, exports) {${text}\n})`, context, { filename: path.join(dist, name) }) as (
      ...parts: unknown[]
    ) => void;
    run((wanted: string) => load(path.posix.join(path.posix.dirname(name), wanted), name), module, module.exports);
    return module.exports;
  }

  return { load, parse: vm.runInContext('JSON.parse', context) as (text: string) => unknown, close: timers.clearAll };
}
export type Realm = ReturnType<typeof openRealm>;
