import { createHash, randomUUID } from 'node:crypto';
import type { GateAction } from '@shanhai/shared/contract/attendance.ts';
import type { HubAnswer, HubOutcome } from '@shanhai/shared/contract/hub.ts';
import { hubHeaders, isSameSign, signOfAnswer, signOfRequest } from '@shanhai/shared/rules/hub.ts';
import { asciiJson } from '@shanhai/shared/rules/relay.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

export interface HubAsk {
  method?: string;
  path: string;
  body?: object | undefined;
  at?: string;
  nonce?: string;
  sign?: string;
}

/** A gate as the hub in the hall meets it: paired by its secret, every request signed and every answer checked. */
export function aHubGate({ port, secret, fairId, deviceId, now }: { port: number; secret: string; fairId: string; deviceId: string; now: () => string }) {
  async function ask({ method = 'POST', path, body, at = now(), nonce = randomUUID(), sign }: HubAsk) {
    const text = body ? asciiJson(body) : '';
    const own = sign ?? signOfRequest(secret, { method, path, at, nonce, bodyHash: hash(text) });
    const headers = { 'content-type': 'application/json', [hubHeaders.at]: at, [hubHeaders.nonce]: nonce, [hubHeaders.sign]: own };
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers, ...(body ? { body: text } : {}) });
    const said = await answer.text();
    const { status } = answer;
    const isGenuine = isSameSign(answer.headers.get(hubHeaders.sign) ?? '', signOfAnswer(secret, { nonce, status, bodyHash: hash(said) }));
    return { status, isGenuine, said: JSON.parse(said) as Record<string, unknown> };
  }
  const uploads = `/fairs/${fairId}/gate/uploads`;
  async function upload(actions: readonly object[], how: { isAsked?: boolean; isSent?: boolean } = {}): Promise<HubOutcome[]> {
    const { status, isGenuine, said } = await ask({ path: uploads, body: { deviceId, ...how, actions } });
    if (status !== 200 || !isGenuine) throw new Error(`The hub answered ${status}`);
    return (said as unknown as HubAnswer).items;
  }
  return {
    ask,
    uploads,
    deviceId,
    /** What this gate did while it was alone. */
    tell: (actions: readonly object[]) => upload(actions),
    /** Somebody stands here and waits. */
    async letIn(action: GateAction): Promise<HubOutcome> {
      const [answer] = await upload([action], { isAsked: true });
      if (!answer) throw new Error('The hub answered nothing');
      return answer;
    },
  };
}
