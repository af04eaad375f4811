import * as z from 'zod';
import { type Answer, okWithMsgid, refused } from './answers.ts';
import type { Body, Endpoint } from './endpoint.ts';
import { fieldTrouble } from './message-fields.ts';
import { personaByOpenid } from './personas.ts';
import type { Sim, Template } from './sim.ts';

/** Past 2^53, like the real ones: a reader that parses it as a JSON number gets another number. */
const firstMsgid = 1988810812324364288n;
const sensitiveWord = '[sensitive]';

const MessageRequest = z.object({
  touser: z.string(),
  template_id: z.string(),
  page: z.string().optional(),
  data: z.record(z.string(), z.object({ value: z.union([z.string(), z.number()]).transform(String) })),
  miniprogram_state: z.enum(['developer', 'trial', 'formal']).default('formal'),
  lang: z.string().optional(),
});

export const subscriptionKey = (personaId: string, templateId: string): string => `${personaId}|${templateId}`;

function contentTrouble(sim: Sim, template: Template, values: Record<string, string>, page: string | undefined): Answer | undefined {
  const wrongField = fieldTrouble(template.keys, values);
  if (wrongField) return refused(47003, wrongField);
  if (Object.values(values).some((value) => value.includes(sensitiveWord))) return refused(45168);
  const { pages } = sim.settings;
  const isUnknownPage = page !== undefined && pages !== undefined && !pages.includes(page.split('?')[0] ?? '');
  return isUnknownPage ? refused(41030) : undefined;
}

/** Takes one acceptance of a one-time template, or looks whether a long-term one stands. */
function useSubscription(sim: Sim, personaId: string, template: Template): boolean {
  const subscription = sim.memory.subscriptions.get(subscriptionKey(personaId, template.id));
  if (!subscription || subscription.isBanned || subscription.accepted < 1) return false;
  if (template.type === 'once') subscription.accepted -= 1;
  return true;
}

function sendMessage(sim: Sim, _query: URLSearchParams, body: Body): Answer {
  const parsed = MessageRequest.safeParse(body);
  if (!parsed.success) return refused(47001);
  const { touser, template_id: templateId, page, data } = parsed.data;
  const persona = personaByOpenid(sim.settings.appId, touser);
  if (!persona) return refused(40003);
  const template = sim.settings.templates.find((each) => each.id === templateId);
  if (!template) return refused(40037);
  const values = Object.fromEntries(Object.entries(data).map(([key, field]) => [key, field.value]));
  const trouble = contentTrouble(sim, template, values, page);
  if (trouble) return trouble;
  if (!useSubscription(sim, persona.id, template)) return refused(43101);
  const msgid = firstMsgid + BigInt(`0x${Buffer.from(sim.draw(8), 'base64url').toString('hex')}`);
  const sentAt = new Date(sim.nowMs()).toISOString();
  sim.memory.outbox.push({ sentAt, user: persona.id, openid: touser, templateId, ...(page && { page }), data: values, msgid: `${msgid}` });
  return okWithMsgid(msgid);
}

export const messageEndpoints: Record<string, Endpoint> = {
  '/cgi-bin/message/subscribe/send': { method: 'POST', needsToken: true, perDay: 10_000_000, answer: sendMessage },
};
