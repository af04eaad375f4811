import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, refused } from './answers.ts';
import { control, controlPrefix } from './control.ts';
import { answerCall, type Call, type Endpoint } from './endpoint.ts';
import { type Fault, takeFault } from './faults.ts';
import { messageEndpoints } from './messages.ts';
import { codeEndpoints } from './mini-code.ts';
import { phoneEndpoints } from './phone.ts';
import { pictureCheckEndpoints } from './picture-check.ts';
import { sessionEndpoints } from './sessions.ts';
import { openSim, type PushSettings, type Sim, type Template } from './sim.ts';
import { textCheckEndpoints } from './text-check.ts';
import { tokenEndpoints } from './tokens.ts';

const endpoints: Record<string, Endpoint> = {
  ...tokenEndpoints,
  ...sessionEndpoints,
  ...phoneEndpoints,
  ...codeEndpoints,
  ...messageEndpoints,
  ...textCheckEndpoints,
  ...pictureCheckEndpoints,
};

interface Options {
  port?: number;
  appId: string;
  secret: string;
  now?: () => Date;
  pages?: readonly string[];
  templates?: readonly Template[];
  push?: PushSettings;
}

export interface WechatStandIn {
  origin: string;
  stop: () => Promise<void>;
}

/** Starts the stand-in of api.weixin.qq.com on this machine only; it has no place in production and refuses to start there. */
export async function startWechat({ port = 0, now = () => new Date(), pages, templates = [], push, ...app }: Options): Promise<WechatStandIn> {
  if (process.env.NODE_ENV === 'production') throw new Error('The stand-in of WeChat does not run in production.');
  const sim = openSim({ ...app, now, pages, templates, push });
  const server = createServer((request, response) => {
    serve(sim, request, response).catch((error: unknown) => {
      console.error('wechat stand-in', error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const stop = (): Promise<void> =>
    new Promise((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}

async function serve(sim: Sim, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const call: Call = { method: request.method ?? 'GET', path: url.pathname, query: url.searchParams, text: await readText(request) };
  if (call.path.startsWith(controlPrefix)) {
    const { status, body } = control(sim, call.method, call.path, call.query, call.text);
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
    return;
  }
  await serveWechat(sim, call, response);
}

async function serveWechat(sim: Sim, call: Call, response: ServerResponse): Promise<void> {
  sim.memory.callsByPath.set(call.path, (sim.memory.callsByPath.get(call.path) ?? 0) + 1);
  const fault = takeFault(sim, call.path);
  if (fault?.delayMs) await wait(fault.delayMs);
  if (fault?.dropConnection) {
    response.destroy();
    return;
  }
  if (fault?.httpStatus) {
    const page = `<html><body><center><h1>${fault.httpStatus}</h1></center></body></html>`;
    response.writeHead(fault.httpStatus, { 'content-type': 'text/html' }).end(page);
    return;
  }
  const { type, body } = written(sim, call.path, await answerTo(sim, call, fault));
  const sent = fault?.truncate ? body.subarray(0, Math.floor(body.length / 2)) : body;
  response.writeHead(200, { 'content-type': type, 'content-length': sent.length }).end(sent);
}

async function answerTo(sim: Sim, call: Call, fault: Fault | undefined): Promise<Answer> {
  if (fault?.errcode !== undefined) return refused(fault.errcode);
  const endpoint = endpoints[call.path];
  return endpoint ? answerCall(sim, endpoint, call) : refused(40066);
}

/** An answer as bytes: sns replies are text/plain with `, rid:`, the others JSON with ` rid:`. */
function written(sim: Sim, path: string, answer: Answer): { type: string; body: Buffer } {
  if (answer.kind === 'image') return { type: answer.contentType, body: answer.body };
  const isSns = path.startsWith('/sns/');
  const type = isSns ? 'text/plain' : 'application/json; encoding=utf-8';
  if (answer.kind === 'json') return { type, body: Buffer.from(answer.body) };
  const errmsg = `${answer.errmsg}${isSns ? ',' : ''} rid: ${rid(sim)}`;
  return { type, body: Buffer.from(JSON.stringify({ errcode: answer.errcode, errmsg })) };
}

/** The request id that WeChat's people ask for; its first group is the time in hex seconds. */
function rid(sim: Sim): string {
  const random = Buffer.from(sim.draw(12), 'base64url').toString('hex');
  const seconds = Math.floor(sim.nowMs() / 1000).toString(16);
  return `${seconds.padStart(8, '0')}-${random.slice(0, 8)}-${random.slice(8, 16)}`;
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
