import { startWechat } from './server.ts';
import type { PushSettings, Template } from './sim.ts';

/** A running stand-in for a test, with short ways to call it. */
export interface TestedStandIn {
  app: { appId: string; secret: string };
  origin: string;
  stop: () => Promise<void>;
  get: (path: string, query?: Record<string, string>) => Promise<Said>;
  post: (path: string, body: unknown, query?: Record<string, string>) => Promise<Said>;
  /** What a phone, a person or time does. */
  control: (name: string, input: object) => Promise<Record<string, unknown>>;
  token: () => Promise<string>;
  login: (user: string) => Promise<string>;
}

interface Said {
  type: string;
  text: string;
  bytes: Buffer;
  errcode: number;
  reply: Record<string, unknown>;
}

const app = { appId: 'wx0000000000000001', secret: 'a-secret-of-nobody' };
const templates: Template[] = [
  { id: 'reply-once', type: 'once', keys: ['thing1', 'time2'] },
  { id: 'fair-long', type: 'long', keys: ['thing1'] },
];
const pages = ['areas/fairs/landing/index'];
const startsAt = new Date('2026-02-07T01:00:00Z');

async function said(response: Response): Promise<Said> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const type = response.headers.get('content-type') ?? '';
  const text = bytes.toString('utf8');
  const reply = text.startsWith('{') ? JSON.parse(text) : {};
  return { type, text, bytes, errcode: reply.errcode ?? 0, reply };
}

/** Starts a stand-in on a free port with a clock that only the control plane moves. */
export async function aStandIn(push?: PushSettings): Promise<TestedStandIn> {
  const { origin, stop } = await startWechat({ ...app, pages, templates, now: () => startsAt, ...(push ? { push } : {}) });
  const address = (path: string, query: Record<string, string>): string => `${origin}${path}?${new URLSearchParams(query)}`;
  const post: TestedStandIn['post'] = async (path, body, query = {}) =>
    said(await fetch(address(path, query), { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) }));
  const control: TestedStandIn['control'] = async (name, input) => (await post(`/__sim/${name}`, input)).reply;
  return {
    app,
    origin,
    stop,
    post,
    control,
    get: async (path, query = {}) => said(await fetch(address(path, query))),
    token: async () => {
      const credentials = { grant_type: 'client_credential', appid: app.appId, secret: app.secret };
      return String((await post('/cgi-bin/stable_token', credentials)).reply.access_token);
    },
    login: async (user) => String((await control('login', { user })).code),
  };
}
