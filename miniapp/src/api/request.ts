import type { Output, Sent } from '@shanhai/shared/contract/contract.ts';
import { type RouteName, routes } from '@shanhai/shared/routes.ts';
import Taro from '@tarojs/taro';
import { refusalFromAnswer, refusalOf } from './refusal.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
type Flat = Record<string, unknown>;

/** How long a person in a market hall is left looking at a busy ring. */
const waitMs = 8000;

function queryOf(input: Flat): string {
  const parts = Object.entries(input)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`);
  return parts.length ? `?${parts.join('&')}` : '';
}

/** `{ fairId, q }` for `GET /fairs/{fairId}/gate/people` → the address with the path filled, and what is left over. */
export function addressOf(name: RouteName, input: Flat): { method: Method; url: string; body: Flat | undefined } {
  const [method, path] = routes[name].split(' ') as [Method, string];
  const rest = { ...input };
  const filled = path.replace(/\{(\w+)\}/g, (_, key: string) => {
    delete rest[key];
    return encodeURIComponent(String(input[key]));
  });
  const inQuery = method === 'GET' || method === 'DELETE';
  return { method, url: `${API_BASE}${filled}${inQuery ? queryOf(rest) : ''}`, body: inQuery ? undefined : rest };
}

/** One request to one route. Throws a refusal; knows nothing of signing in. */
export async function request<N extends RouteName>(name: N, input: Sent<N>, token: string | undefined): Promise<Output<N>> {
  const { method, url, body } = addressOf(name, input as Flat);
  const header: Record<string, string> = { ...(body && { 'content-type': 'application/json' }), ...(token && { authorization: `Bearer ${token}` }) };
  const answer = await Taro.request<Output<N>>({ url, method, header, timeout: waitMs, ...(body && { data: body }) }).catch(
    (cause: { statusCode?: number; data?: unknown }) => {
      if (cause?.statusCode) return { statusCode: cause.statusCode, data: cause.data as Output<N> };
      throw refusalOf('network');
    },
  );
  if (answer.statusCode >= 400) throw refusalFromAnswer(answer.data);
  return answer.data;
}
