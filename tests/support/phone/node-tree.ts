import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A node of Taro's tree as it lies in a page's data: `nn` names its template, `v` is the text of a text node, attributes stand under short keys. */
export interface TreeNode {
  nn: string;
  sid: string;
  uid?: string;
  cn?: TreeNode[];
  v?: string;
  [attribute: string]: unknown;
}

/** A node and those it lies in, the innermost first. */
export interface Found {
  node: TreeNode;
  above: TreeNode[];
}

/** What the WXML template of one kind of node says. */
interface TemplateFacts {
  tag: string;
  /** Short key in the data by attribute of the element. */
  keys: ReadonlyMap<string, string>;
  /** Events it listens to. */
  events: ReadonlySet<string>;
}
export type Templates = ReadonlyMap<string, TemplateFacts>;

/** Reads the compiled templates: only what they bind can be seen or touched. */
export function readTemplates(dist: string): Templates {
  const wxml = readFileSync(path.join(dist, 'base.wxml'), 'utf8');
  const templates = new Map<string, TemplateFacts>();
  for (const [, kind = '', tag = '', attributes = ''] of wxml.matchAll(/<template name="tmpl_0_([#\w-]+?)(?:_focus|_blur)?">\s*<([\w-]+)([^>]*)>/g)) {
    if (tag === 'template') continue;
    const keys = [...attributes.matchAll(/([\w-]+)="\{\{(?:xs\.b\()?i\.(\w+)/g)].map(([, name = '', key = '']) => [name, key] as const);
    const events = [...attributes.matchAll(/(?:bind|catch):?(\w+)="eh"/g)].map(([, event = '']) => event);
    templates.set(kind, { tag, keys: new Map(keys), events: new Set(events) });
  }
  return templates;
}

export const isText = (node: TreeNode): boolean => node.v !== undefined && !node.cn?.length;

/** Every node from the root down, in reading order. */
export function* nodesOf(node: TreeNode | undefined, above: TreeNode[] = []): Generator<Found> {
  if (!node) return;
  yield { node, above };
  for (const child of node.cn ?? []) yield* nodesOf(child, [node, ...above]);
}

/** All words in a node, run together. */
export function wordsOf(node: TreeNode | undefined): string {
  if (!node) return '';
  return isText(node) ? String(node.v) : (node.cn ?? []).map(wordsOf).join('');
}

/** The words of a page, a line for each block: what stands side by side in one element stays together. */
export function linesOf(node: TreeNode | undefined): string {
  const pieces = (one: TreeNode): string => (isText(one) ? String(one.v) : `\n${(one.cn ?? []).map(pieces).join('')}\n`);
  return node
    ? pieces(node)
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
        .join('\n')
    : '';
}

/** The value of an attribute as the template puts it on the element. */
export function attributeOf(templates: Templates, node: TreeNode, name: string): unknown {
  const key = templates.get(node.nn)?.keys.get(name);
  return key === undefined ? undefined : node[key];
}

export const hears = (templates: Templates, node: TreeNode, event: string): boolean => templates.get(node.nn)?.events.has(event) ?? false;
