/** Runs in the browser: real WXML by WeChat's own component framework, and the mini-program's own JavaScript. */
import * as glassEasel from 'glass-easel';
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import './ask.ts';
import { type GlassPage, type GlassPages, glassPages } from './pages-in-page.ts';
import { wxInPage } from './wx-in-page.ts';

type Register = (given: object) => void;
type Registers = Record<'Page' | 'Component' | 'Behavior', Register>;

const { app, launch } = window.glass;
/** What a browser has and WeChat has not. */
const absent = [
  'window',
  'document',
  'navigator',
  'self',
  'location',
  'localStorage',
  'sessionStorage',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'history',
  'process',
  'AbortController',
  'AbortSignal',
  'URL',
  'URLSearchParams',
  'MessageChannel',
  'TextEncoder',
  'TextDecoder',
  'FormData',
  'Blob',
  'crypto',
  'structuredClone',
  'queueMicrotask',
  'performance',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'MutationObserver',
  'CustomEvent',
  'Event',
  'speechSynthesis',
];
const globals = { Object, Date, Array, Function };
const groups = new Function(`return ${app.templates}`)() as Record<string, unknown>;
const template = (name: string) => ({ groupList: groups, content: groups[name], fallbackListenerOnNativeNode: true }) as never;

function join(from: string, to: string): string {
  const steps: string[] = [];
  for (const step of [...from.split('/').slice(0, -1), ...to.split('/')]) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** WeChat's own elements that a browser's do not stand in for: they tell what was typed in `detail.value`. */
function defineBuiltIns(env: MiniProgramEnv) {
  const space = env.getGlobalCodeSpace().getComponentSpace();
  const tell = (name: string) =>
    function (this: { triggerEvent: (name: string, detail: object, options: object) => void }, event: { detail?: { value?: string } }) {
      this.triggerEvent(name, { value: event.detail?.value ?? '', cursor: 0 }, { bubbles: false });
    };
  const methods = { onInput: tell('input'), onBlur: tell('blur'), onFocus: tell('focus') };
  return Object.entries(app.builtIns).map(([name, { texts, flags }]) => {
    const properties = Object.fromEntries([...texts.map((one) => [one, String]), ...flags.map((one) => [one, Boolean])]);
    const made = space
      .define(name)
      .template(template(`built-in/${name}`))
      .definition({ properties, methods } as never)
      .registerComponent();
    return [name, made] as const;
  });
}

function openSpace() {
  const env = new MiniProgramEnv();
  const made = defineBuiltIns(env);
  const space = env.createCodeSpace('', true);
  const backend = new glassEasel.CurrentWindowBackendContext();
  const associated = env.associateBackend(backend as never);
  backend.onEvent((target, type, detail, options) => {
    const event = new glassEasel.Event(type, detail, options);
    glassEasel.Event.dispatchEvent(target as never, event);
    return (event.defaultPrevented() ? 2 : 0) as never;
  });
  glassEasel.globalOptions.throwGlobalError = true;
  for (const [name, component] of made) space.getComponentSpace().setGlobalUsingComponent(name, component as never);
  return { space, associated };
}

const { space, associated } = openSpace();
let pages: GlassPages | undefined;
let appObject: Record<string, unknown> = {};
let registers: Registers | undefined;
const wx = wxInPage(() => pages as GlassPages);
const given: Record<string, unknown> = {
  wx,
  App: (object: Record<string, unknown>) => {
    appObject = object;
  },
  Page: (object: object) => registers?.Page(object),
  Component: (object: object) => registers?.Component(object),
  Behavior: (object: object) => registers?.Behavior(object),
  getApp: () => appObject,
  getCurrentPages: () => pages?.all() ?? [],
  global: globals,
  globalThis: globals,
};

const modules = new Map<string, { exports: unknown }>();
function load(file: string): unknown {
  const name = file.replace(/\.js$/, '');
  const loaded = modules.get(name);
  if (loaded) return loaded.exports;
  const module = { exports: {} };
  modules.set(name, module);
  const text = `${app.scripts[name]}\n//# sourceURL=weapp/${name}.js`;
  const run = new Function('require', 'module', 'exports', ...Object.keys(given), ...absent, text);
  run((wanted: string) => load(join(name, wanted)), module, module.exports, ...Object.values(given));
  return module.exports;
}

const declared = new Set<string>();
function declare(name: string): void {
  if (declared.has(name)) return;
  declared.add(name);
  const used = Object.entries(app.configs[name]?.usingComponents ?? {}).map(([tag, file]) => [tag, join(name, file)] as const);
  for (const [, file] of used) declare(file);
  const usingComponents = Object.fromEntries(used.map(([tag, file]) => [tag, `/${file}`]));
  space.addComponentStaticConfig(name, { ...app.configs[name], usingComponents } as never);
  space.addCompiledTemplate(name, template(name));
  space.componentEnv(name, (environment) => {
    registers = environment as unknown as Registers;
    load(name);
  });
}

function mount(route: string, element: HTMLElement): { page: GlassPage; release: () => void } {
  declare(route);
  const place = document.createElement('div');
  element.append(place);
  const root = associated.createRoot('page', space, route);
  root.attach(element as never, place as never);
  return { page: root.get() as unknown as GlassPage, release: () => root.release() };
}

/** The framework passes `detail` on as the browser's event has it: put there what WeChat would. */
for (const type of ['input', 'blur', 'focus'])
  document.addEventListener(type, (event) => Object.assign(event, { value: (event.target as HTMLInputElement).value }), true);
window.addEventListener('error', (event) => window.glass.faults.push(String(event.error?.stack ?? event.message)));
window.addEventListener('unhandledrejection', (event) => window.glass.faults.push(String(event.reason?.stack ?? event.reason)));

pages = glassPages(app, mount);
load('app');
for (const hook of ['onLaunch', 'onShow']) (appObject[hook] as ((given: object) => void) | undefined)?.call(appObject, launch);
const query = Object.entries(launch.query).map(([key, value]) => `${key}=${value}`);
pages.restart(query.length > 0 ? `${launch.path}?${query.join('&')}` : launch.path);
