import { readFileSync } from 'node:fs';
import path from 'node:path';
import { guarded, type Handset, soon } from './handset.ts';
import type { TreeNode } from './node-tree.ts';

export interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  requiredPrivateInfos?: string[];
  tabBar?: { list: { pagePath: string }[] };
}

type Hook = (...given: unknown[]) => unknown;

export interface RunningPage {
  route: string;
  options: Record<string, string>;
  data: { root?: TreeNode };
  [part: string]: unknown;
}

/** WeChat's limit. */
const deepest = 10;

export function readAppJson(dist: string): AppJson {
  return JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as AppJson;
}

/** Every page the mini-program declares, as WeChat names them. */
export function routesIn({ pages, subPackages = [] }: AppJson): string[] {
  return [...pages, ...subPackages.flatMap((part) => part.pages.map((page) => path.posix.join(part.root, page)))];
}

const copy = (value: unknown): unknown => (value === undefined ? value : JSON.parse(JSON.stringify(value)));

/** Puts a value where a path such as `root.cn.[0].cl` leads. */
function put(target: object, where: string, value: unknown): void {
  const steps = where
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean);
  const last = steps.pop() ?? '';
  let at = target as Record<string, unknown>;
  for (const [index, step] of steps.entries()) {
    at[step] ??= /^\d+$/.test(steps[index + 1] ?? last) ? [] : {};
    at = at[step] as Record<string, unknown>;
  }
  at[last] = value;
}

function splitUrl(url: string): { route: string; options: Record<string, string> } {
  const [route = '', query = ''] = url.replace(/^\//, '').split('?');
  const pairs = query
    .split('&')
    .filter(Boolean)
    .map((pair) => [pair.split('=')[0] ?? '', pair.split('=').slice(1).join('=')] as const);
  return { route, options: Object.fromEntries(pairs) };
}

/** The pages that are open and how one comes from one to the next. `define` registers what a page's file hands to `Page()`. */
export function openStack(handset: Handset, app: AppJson, load: (file: string) => unknown) {
  const known = routesIn(app);
  const tabs = app.tabBar?.list.map((tab) => tab.pagePath) ?? [];
  const definitions = new Map<string, Record<string, unknown>>();
  const keptTabs = new Map<string, RunningPage>();
  const stack: RunningPage[] = [];
  let loading = '';

  const run = (page: RunningPage | undefined, hook: string, ...given: unknown[]): void => {
    if (typeof page?.[hook] === 'function') guarded(handset, () => (page[hook] as Hook)(...given));
  };

  function definitionOf(route: string): Record<string, unknown> {
    if (!definitions.has(route)) {
      loading = route;
      load(route);
    }
    const definition = definitions.get(route);
    if (!definition) throw new Error(`${route}.js registers no page`);
    return definition;
  }

  function make(route: string, options: Record<string, string>): RunningPage {
    const definition = definitionOf(route);
    const setData = (patch: Record<string, unknown>, done?: () => void): void => {
      handset.setDataCalls += 1;
      handset.setDataBytes += Buffer.byteLength(JSON.stringify(patch));
      for (const [where, value] of Object.entries(patch)) put(page.data, where, copy(value));
      soon(handset, () => done?.call(page));
    };
    const page: RunningPage = {
      ...definition,
      route,
      __route__: route,
      options,
      data: (copy(definition['data']) ?? {}) as RunningPage['data'],
      setData,
      selectComponent: () => null,
    };
    return page;
  }

  function show(url: string): void {
    const { route, options } = splitUrl(url);
    if (!known.includes(route)) throw new Error(`page "${route}" is not found`);
    const kept = keptTabs.get(route);
    const page = kept ?? make(route, options);
    stack.push(page);
    if (tabs.includes(route)) keptTabs.set(route, page);
    if (!kept) run(page, 'onLoad', options);
    run(page, 'onShow');
    if (!kept) soon(handset, () => run(page, 'onReady'));
  }

  const unload = (page: RunningPage): void => {
    keptTabs.delete(page.route);
    run(page, 'onUnload');
  };

  return {
    routes: known,
    all: (): RunningPage[] => [...stack],
    top: (): RunningPage | undefined => stack.at(-1),
    define: (definition: Record<string, unknown>): void => void definitions.set(loading, definition),
    run,
    navigateTo(url: string): void {
      if (stack.length >= deepest) throw new Error('webview count limit exceed');
      if (tabs.includes(splitUrl(url).route)) throw new Error('can not navigateTo a tabbar page');
      run(stack.at(-1), 'onHide');
      show(url);
    },
    redirectTo(url: string): void {
      if (tabs.includes(splitUrl(url).route)) throw new Error('can not redirectTo a tabbar page');
      const left = stack.pop();
      if (left) unload(left);
      show(url);
    },
    reLaunch(url: string): void {
      for (const page of new Set([...stack.splice(0).reverse(), ...keptTabs.values()])) unload(page);
      show(url);
    },
    switchTab(url: string): void {
      if (!tabs.includes(splitUrl(url).route)) throw new Error('can not switchTab to a page that is no tab');
      for (const page of stack.splice(0).reverse()) {
        if (tabs.includes(page.route)) run(page, 'onHide');
        else unload(page);
      }
      show(url);
    },
    navigateBack(delta = 1): void {
      const left = stack.splice(Math.max(1, stack.length - delta));
      for (const page of left.reverse()) unload(page);
      run(stack.at(-1), 'onShow');
    },
  };
}
export type PageStack = ReturnType<typeof openStack>;
