import * as z from 'zod';
import { type Answer, json, refused } from './answers.ts';
import type { Body, Endpoint } from './endpoint.ts';
import type { Sim } from './sim.ts';
import { visitTrouble } from './visits.ts';

const CheckRequest = z.object({ content: z.string().min(1).max(2500), version: z.literal(2), scene: z.number(), openid: z.string() });

export interface Verdict {
  suggest: 'pass' | 'review' | 'risky';
  label: number;
}

/** Marker words stand for what the real check would find. */
export function verdictOn(content: string): Verdict {
  if (content.includes('[risky]')) return { suggest: 'risky', label: 20006 };
  if (content.includes('[review]')) return { suggest: 'review', label: 20001 };
  return { suggest: 'pass', label: 100 };
}

/** Version 2: the verdict is in `result`, errcode stays 0. The person must have used the app within two hours. */
function checkText(sim: Sim, _query: URLSearchParams, body: Body): Answer {
  const parsed = CheckRequest.safeParse(body);
  if (!parsed.success) return refused(47001);
  const { content, scene, openid } = parsed.data;
  if (![1, 2, 3, 4].includes(scene)) return refused(40129);
  const trouble = visitTrouble(sim, openid);
  if (trouble) return refused(trouble);
  const result = verdictOn(content);
  const detail = [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }];
  return json({ errcode: 0, errmsg: 'ok', result, detail, trace_id: sim.draw(24) });
}

export const textCheckEndpoints: Record<string, Endpoint> = {
  '/wxa/msg_sec_check': { method: 'POST', needsToken: true, perMinute: 4000, perDay: 2_000_000, minuteErrcode: 44991, answer: checkText },
};
