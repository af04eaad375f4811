import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { chinaTime, monthDay } from '@shanhai/shared/rules/china-day.ts';
import { deviceName } from '@shanhai/shared/rules/devices.ts';
import { spokenSecret } from '@shanhai/shared/rules/hub.ts';
import QRCode from 'qrcode';
import type { HubState } from './hub.ts';

interface PageKeeper {
  state: () => HubState;
  serve: (fairId: string) => Promise<void>;
  leave: () => void;
}

const safe = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
const nameOf = ({ title, subtitle }: HubState['fairs'][number]): string => safe([title, subtitle].filter(Boolean).join('　'));
const clock = (at: string): string => `${monthDay(at)} ${chinaTime(at)}`;
const code = async (text: string): Promise<string> => QRCode.toString(text, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' });

/** The colours and sizes of the mini-program (`miniapp/src/ui/style/tokens.scss`). */
const style = `body{font:18px/1.5 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:0;background:#f2f6f5;color:#14262b}
main{max-width:960px;margin:0 auto;padding:24px 16px;display:grid;gap:16px}section{background:#fff;border-radius:16px;padding:20px 24px;box-shadow:0 0 0 1px #d6e0e0}
h1{font-size:32px;line-height:1.28;margin:0}h2{font-size:26px;line-height:1.28;margin:0 0 8px}p{margin:6px 0}.two{display:flex;gap:24px;flex-wrap:wrap;align-items:center}
.code{width:260px;height:260px}.two>div:last-child{flex:1 1 300px;min-width:0}.big{font-size:32px;font-weight:700;letter-spacing:.04em;overflow-wrap:anywhere}
.ok{color:#1b7457}.wait{color:#7a4a00}.stop{color:#b3301d}.small{font-size:16px;color:#40545a}.row{display:flex;gap:12px;flex-wrap:wrap;align-items:center;justify-content:space-between;padding:10px 0}
.row+.row{border-top:1px solid #d6e0e0}button{font:inherit;font-weight:700;min-height:48px;padding:0 20px;border:0;border-radius:12px;background:#0e5f8a;color:#fff;cursor:pointer}
:focus-visible{outline:3px solid #f2b632;outline-offset:2px}a{display:inline-block;min-height:48px;line-height:48px;color:#0e5f8a}td{padding:6px 24px 6px 0}`;

const cloudWords: Partial<Record<HubState['cloud'], [tone: string, words: string]>> = {
  ok: ['ok', '有网，和云端通着'],
  network: ['wait', '现在没网。门口照常用，有网自己传'],
  device_revoked: ['stop', '主办方停用了这台主机，没传的还在。请主办方在“现场的设备”里恢复'],
  not_allowed: ['stop', '登录的人不办这一场，请这一场的主办方来扫'],
  role_not_held: ['stop', '登录的人没有身份了，请主办方的人来扫'],
  unknown: ['wait', '正在连云端'],
};

/** Without a list nothing works at the gate yet: whoever sits here then wants to know what to do about it. */
const neverReached = '连不上云端。看看这台电脑有没有网，地址对不对：';

/** Beside `npm start` there is no WeChat that could scan. */
const trialWords = (server: string, text: string): string =>
  server.startsWith('http://') ? `<p class="small">本机试用：浏览器里用主办方的身份，首页 → 扫一扫，填 <b>${safe(text)}</b></p>` : '';

async function linkPart({ isLinked, desk, figures, cloud, own, server }: HubState): Promise<string> {
  const [tone, words] = cloudWords[cloud] ?? ['wait', '云端忙，过一会儿自己再试'];
  if (cloud === 'network' && !own.fairId) return `<section><p class="stop">${neverReached}${safe(server)}</p></section>`;
  if (isLinked || !desk || cloud === 'network') return `<section><p class="${tone}">${words}</p></section>`;
  const why = figures?.waiting ? `有网了：再扫一次，把 ${figures.waiting} 条传上去` : '请主办方的人扫这张码登录';
  return `<section class="two"><div class="code">${await code(desk.code)}</div><div><h2>${why}</h2>
<p>打开“山海就业”小程序，我的 → 扫码登录电脑</p>${trialWords(server, desk.code)}<p class="small">登录只在这台电脑开着时有效，不存盘。</p></div></section>`;
}

function fairsPart({ own, isLinked, fairs }: HubState): string {
  if (own.fairId || !isLinked) return '';
  if (fairs.length === 0) return '<section><h2>没有可以办的场</h2><p>请用主办方的身份登录，招聘会要先发布。</p></section>';
  const rows = fairs.map(
    (fair) =>
      `<form method="post" action="/fair"><input type="hidden" name="fairId" value="${safe(fair.fairId)}"><div class="row"><div><b>${nameOf(fair)}</b><br>${clock(fair.opensAt)} 开场</div><button>给这场用</button></div></form>`,
  );
  return `<section><h2>给哪一场用</h2>${rows.join('')}</section>`;
}

async function pairPart({ own, addresses, pairing, fair }: HubState): Promise<string> {
  if (!own.fairId) return '';
  if (!fair) return '<section><h2>名单还没下来</h2><p>要连一次网，把名单取到这台电脑。</p></section>';
  if (!pairing || !addresses[0]) return `<section><h2>${nameOf(fair)}</h2><p class="stop">这台电脑没连上现场的无线网</p></section>`;
  const others = addresses.length > 1 ? `<p class="small">这台还有别的地址：${addresses.slice(1).map(safe).join('，')}</p>` : '';
  return `<section class="two"><div class="code">${await code(pairing)}</div><div><h2>${nameOf(fair)}</h2>
<p>门口的手机连同一个无线网，在微信里打开“山海就业”（浏览器不行），“门口签到” → “现场主机”，扫这张码。</p><p>地址 <span class="big">${safe(addresses[0])}</span></p>
<p>配对码 <span class="big">${spokenSecret(own.secret ?? '')}</span></p>${others}<p class="small">只给门口的同事看。拿到码的人能问、能记这一场的进场。</p></div></section>`;
}

/** Asked on a page of its own: this one is drawn anew every few seconds, under the hand of whoever reads it. */
const leaveForm = `<section><h2>给别场用？</h2><p>这一场的记录从这台电脑上删掉，门口要重新扫码。</p>
<form method="post" action="/leave"><button>换一场</button></form><p><a href="/">先不换，回去</a></p></section>`;
const leaveLink = '<p><a href="/leave">给别场用</a></p>';

function figuresPart({ figures, gates, syncedAt, skewMs, own }: HubState): string {
  if (!own.fairId || !figures) return '';
  const { told, waiting, sent, refused, leftToGate } = figures;
  const rows = gates.map(({ deviceId, gate, at }) => `<tr><td>${safe(gate || '门口')} ${safe(deviceName(deviceId))}</td><td>${chinaTime(at)} 有消息</td></tr>`);
  const off = skewMs !== undefined && Math.abs(skewMs) >= 60_000;
  return `<section><h2>记了 ${told} 条，没传 ${waiting} 条，传了 ${sent} 条</h2>
${refused ? `<p class="stop">云端没收 ${refused} 条，记的那台门口手机上也有，由人处理</p>` : ''}
${leftToGate ? `<p>人满了放行的 ${leftToGate} 条，由放行的那台手机自己传</p>` : ''}
${off ? '<p class="stop">这台电脑的时间不对，请打开“自动设置时间”</p>' : ''}
<p class="small">${syncedAt ? `${clock(syncedAt)} 和云端对过` : '这次开机还没和云端对过'}</p>
<table>${rows.join('') || '<tr><td>还没有门口来过</td></tr>'}</table>${waiting === 0 ? leaveLink : ''}</section>`;
}

async function html(state: HubState, isLeaving: boolean): Promise<string> {
  const parts = isLeaving ? [leaveForm] : [await linkPart(state), fairsPart(state), await pairPart(state), figuresPart(state)];
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">${isLeaving ? '' : '<meta http-equiv="refresh" content="5">'}
<title>现场主机</title><style>${style}</style><main><h1>现场主机</h1>${parts.join('')}</main></html>`;
}

/** Asked from this machine by its own name: a page elsewhere, or a name that was turned to this address, is not. */
function isOwn({ headers, method }: IncomingMessage): boolean {
  const { host = '', origin } = headers;
  return /^(127\.0\.0\.1|localhost):\d+$/.test(host) && (method === 'GET' || origin === `http://${host}`);
}

async function chosen(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request as AsyncIterable<Buffer>) text = `${text}${part}`.slice(0, 200);
  return new URLSearchParams(text).get('fairId') ?? '';
}

const head = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
};

/** One of the two buttons. */
async function press(request: IncomingMessage, { state, serve, leave }: PageKeeper): Promise<void> {
  const fairId = await chosen(request);
  if (request.url === '/leave') leave();
  else if (state().fairs.some((fair) => fair.fairId === fairId)) await serve(fairId);
}

async function answer(request: IncomingMessage, response: ServerResponse, keeper: PageKeeper): Promise<void> {
  if (!isOwn(request)) {
    response.writeHead(403, head).end();
    return;
  }
  if (request.method === 'POST') {
    await press(request, keeper);
    response.writeHead(303, { ...head, location: '/' }).end();
    return;
  }
  const state = keeper.state();
  const isLeaving = request.url === '/leave' && state.figures?.waiting === 0;
  response.writeHead(200, { ...head, 'content-type': 'text/html; charset=utf-8' }).end(await html(state, isLeaving));
}

/** The page of whoever sits before the laptop. It shows the pairing secret, so it is spoken on this machine only. */
export const openPage = (keeper: PageKeeper): Server =>
  createServer((request, response) => {
    answer(request, response, keeper).catch(() => response.writeHead(500, head).end());
  });
