import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { type Answer, json, refused } from './answers.ts';
import type { Body, Endpoint } from './endpoint.ts';
import { sealedPush } from './push.ts';
import type { Sim } from './sim.ts';
import { verdictOn } from './text-check.ts';
import { visitTrouble } from './visits.ts';

const CheckRequest = z.object({
  media_url: z.url(),
  media_type: z.union([z.literal(1), z.literal(2)]),
  version: z.literal(2),
  scene: z.number(),
  openid: z.string(),
});

/** The real service takes seconds, at most half an hour. */
const lookMs = 150;
/** Said again this often while nobody answers `success`. */
const retryPausesMs = [0, 500, 1000];

/** What is found in the picture: marker words among its bytes stand for it. Not to be fetched is a failure of its own. */
async function lookAt(address: string): Promise<object> {
  const fetched = await fetch(address).catch(() => undefined);
  if (!fetched?.ok) return { errcode: -1008, errmsg: 'media download failed', detail: [] };
  const result = verdictOn(Buffer.from(await fetched.arrayBuffer()).toString('latin1'));
  return { errcode: 0, errmsg: 'ok', result, detail: [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }] };
}

async function say(sim: Sim, event: object): Promise<void> {
  const { push, appId } = sim.settings;
  if (!push) return;
  const { url, body } = sealedPush(push, { appId, at: new Date(sim.nowMs()) }, event);
  for (const pauseMs of retryPausesMs) {
    await wait(pauseMs, undefined, { ref: false });
    const reply = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body }).catch(() => undefined);
    if ((await reply?.text().catch(() => '')) === 'success') return;
  }
}

async function lookAndSay(sim: Sim, address: string, openid: string, trace_id: string): Promise<void> {
  await wait(lookMs, undefined, { ref: false });
  const head = { ToUserName: 'gh_0123456789ab', FromUserName: openid, CreateTime: Math.floor(sim.nowMs() / 1000), MsgType: 'event' };
  await say(sim, { ...head, Event: 'wxa_media_check', appid: sim.settings.appId, trace_id, version: 2, ...(await lookAt(address)) });
}

/** Takes the question and answers later, by a push. */
function checkPicture(sim: Sim, _query: URLSearchParams, body: Body): Answer {
  const parsed = CheckRequest.safeParse(body);
  if (!parsed.success) return refused(47001);
  const { media_url, scene, openid } = parsed.data;
  if (![1, 2, 3, 4].includes(scene)) return refused(40129);
  const trouble = visitTrouble(sim, openid);
  if (trouble) return refused(trouble);
  const trace = sim.draw(24);
  lookAndSay(sim, media_url, openid, trace).catch((error: unknown) => console.error('wechat stand-in', error));
  return json({ errcode: 0, errmsg: 'ok', trace_id: trace });
}

export const pictureCheckEndpoints: Record<string, Endpoint> = {
  '/wxa/media_check_async': { method: 'POST', needsToken: true, perMinute: 2000, perDay: 200_000, minuteErrcode: 44991, answer: checkPicture },
};
