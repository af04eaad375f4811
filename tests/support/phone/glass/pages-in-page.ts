import type { PackedApp } from './pack.ts';

type Hook = ((...given: unknown[]) => void) | undefined;
export interface GlassPage extends Record<string, unknown> {
  route: string;
}
interface Mounted {
  page: GlassPage;
  element: HTMLElement;
  release: () => void;
}

const run = (page: GlassPage | undefined, hook: string, ...given: unknown[]): void => (page?.[hook] as Hook)?.call(page, ...given);

function splitUrl(url: string): { route: string; query: Record<string, string> } {
  const [route = '', text = ''] = url.replace(/^\//, '').split('?');
  const pairs = text
    .split('&')
    .filter(Boolean)
    .map((pair) => [pair.split('=')[0] ?? '', pair.split('=').slice(1).join('=')] as const);
  return { route, query: Object.fromEntries(pairs) };
}

/** The pages that are open, one element each; only the last one is to be seen. */
export function glassPages(app: PackedApp, mount: (route: string, element: HTMLElement) => { page: GlassPage; release: () => void }) {
  const stack: Mounted[] = [];
  const layer = document.getElementById('stack') as HTMLElement;
  const bar = document.getElementById('tabs') as HTMLElement;

  function drop(one: Mounted | undefined): void {
    run(one?.page, 'onUnload');
    one?.release();
    one?.element.remove();
  }

  function drawTabs(): void {
    const now = stack.at(-1)?.page.route;
    const isTab = app.tabs.some((tab) => tab.pagePath === now);
    const buttons = app.tabs.map((tab) => {
      const button = document.createElement('div');
      button.textContent = tab.text;
      button.onclick = () => pages.restart(`/${tab.pagePath}`);
      return button;
    });
    bar.replaceChildren(...(isTab ? buttons : []));
  }

  function show(url: string): void {
    const { route, query } = splitUrl(url);
    if (!app.routes.includes(route)) throw new Error(`page "${route}" is not found`);
    const element = document.createElement('div');
    element.className = 'glass-page';
    layer.append(element);
    const { page, release } = mount(route, element);
    Object.assign(page, { route, __route__: route, options: query });
    stack.push({ page, element, release });
    run(page, 'onLoad', query);
    run(page, 'onShow');
    setTimeout(() => run(page, 'onReady'), 0);
    drawTabs();
  }

  function hide(): void {
    const top = stack.at(-1);
    if (top) top.element.style.display = 'none';
    run(top?.page, 'onHide');
  }

  const pages = {
    all: (): GlassPage[] => stack.map((one) => one.page),
    push(url: string): void {
      hide();
      show(url);
    },
    replace(url: string): void {
      drop(stack.pop());
      show(url);
    },
    restart(url: string): void {
      for (const one of stack.splice(0)) drop(one);
      show(url);
    },
    back(): void {
      drop(stack.pop());
      const top = stack.at(-1);
      if (top) top.element.style.display = '';
      run(top?.page, 'onShow');
      drawTabs();
    },
  };
  return pages;
}
export type GlassPages = ReturnType<typeof glassPages>;
