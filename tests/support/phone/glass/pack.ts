import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import { readAppJson, routesIn } from '../page-stack.ts';

export interface BuiltIn {
  texts: string[];
  flags: string[];
  wxml: string;
}
export interface PackedApp {
  routes: string[];
  tabs: { pagePath: string; text: string }[];
  scripts: Record<string, string>;
  configs: Record<string, { usingComponents?: Record<string, string> }>;
  /** The compiled templates, as JavaScript. */
  templates: string;
  builtIns: Record<string, BuiltIn>;
}

/** Elements of WeChat that share a name with HTML's but are not the same thing. */
const ownNames = /<(\/?)(button|input|textarea|image|label|form|video|audio|canvas|map|switch|slider|picker|checkbox|radio|progress|icon)(?=[\s>/])/g;
const typed = 'bindinput="onInput" bindblur="onBlur" bindfocus="onFocus"';
const builtIns: Record<string, BuiltIn> = {
  'wx-input': {
    texts: ['value', 'placeholder', 'type'],
    flags: ['disabled'],
    wxml: `<input value="{{value}}" placeholder="{{placeholder}}" disabled="{{disabled}}" ${typed}/>`,
  },
  'wx-textarea': { texts: ['value', 'placeholder'], flags: ['disabled'], wxml: `<textarea value="{{value}}" placeholder="{{placeholder}}" ${typed}/>` },
  'wx-image': { texts: ['src', 'mode'], flags: [], wxml: '<img src="{{src}}" alt=""/>' },
};

function filesOf(dist: string, ending: string): { name: string; text: string }[] {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending));
  return files.map((file) => ({ name: file.slice(0, -ending.length), text: readFileSync(path.join(dist, file), 'utf8') }));
}

function compileTemplates(dist: string): string {
  const group = new TmplGroup();
  const warnings: string[] = [];
  for (const { name, text } of filesOf(dist, '.wxs')) group.addScript(name, text);
  for (const { name, text } of filesOf(dist, '.wxml')) {
    const found = group.addTmpl(name, text.replace(ownNames, '<$1wx-$2')) as unknown[] | undefined;
    if (found?.length) warnings.push(`${name}.wxml: ${JSON.stringify(found[0])}`);
  }
  for (const [name, { wxml }] of Object.entries(builtIns)) group.addTmpl(`built-in/${name}`, wxml);
  if (warnings.length > 0) throw new Error(`The WXML compiler warns: ${warnings.join('; ')}`);
  return group.getTmplGenObjectGroups();
}

/** One sheet with its imports in it; each sheet once. */
function sheet(dist: string, file: string, seen: Set<string>): string {
  if (seen.has(file) || !existsSync(path.join(dist, file))) return '';
  seen.add(file);
  const text = readFileSync(path.join(dist, file), 'utf8');
  return text.replace(/@import\s*['"]([^'"]+)['"];?/g, (_, wanted: string) => sheet(dist, path.join(path.dirname(file), wanted), seen));
}

/** All style sheets, the app's first; `rpx` is a share of the width of the screen. */
export function packStyles(dist: string): string {
  const seen = new Set<string>();
  const sheets = ['app.wxss', ...filesOf(dist, '.wxss').map(({ name }) => `${name}.wxss`)].map((file) => sheet(dist, file, seen));
  return sheets.join('\n').replace(/(-?[\d.]+)rpx/g, 'calc($1 * 100vw / 750)');
}

/** The compiled mini-program in one piece, its WXML compiled by WeChat's own compiler. */
export function packApp(dist: string): PackedApp {
  const app = readAppJson(dist);
  const configs = filesOf(dist, '.json').map(({ name, text }) => [name, JSON.parse(text)] as const);
  return {
    routes: routesIn(app),
    tabs: (app.tabBar?.list ?? []) as PackedApp['tabs'],
    scripts: Object.fromEntries(filesOf(dist, '.js').map(({ name, text }) => [name, text])),
    configs: Object.fromEntries(configs.filter(([name]) => name !== 'app')),
    templates: compileTemplates(dist),
    builtIns,
  };
}
