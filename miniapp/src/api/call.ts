import type { Output, Sent } from '@shanhai/shared/contract/contract.ts';
import type { RouteName } from '@shanhai/shared/routes.ts';
import { askToSignIn } from '../nav.ts';
import { asRefusal, type Refusal } from './refusal.ts';
import { request } from './request.ts';
import { ensureSession, signInAgain, stepBack } from './session.ts';
import { keepSession } from './session-store.ts';

/** Some routes need nobody's name, so a sign-in that fails does not stop the call; it is told when the route does need one. */
async function tokenOrWhyNot(): Promise<{ token?: string; whyNot?: Refusal }> {
  try {
    return { token: (await ensureSession()).token };
  } catch (error) {
    return { whyNot: asRefusal(error) };
  }
}

async function signedInAgain(whyNot: Refusal | undefined): Promise<string> {
  if (whyNot) throw whyNot;
  keepSession(undefined);
  return (await signInAgain()).token;
}

/** Calls one route of the API: `await call('jobs.get', { jobId })`. Throws a refusal with a sentence to show. */
export async function call<N extends RouteName>(name: N, input: Sent<N>): Promise<Output<N>> {
  const { token, whyNot } = await tokenOrWhyNot();
  try {
    return await request(name, input, token);
  } catch (error) {
    const { code } = asRefusal(error);
    if (code === 'no_longer_member') await stepBack(token);
    if (code !== 'not_signed_in') throw error;
  }
  try {
    return await request(name, input, await signedInAgain(whyNot));
  } catch (error) {
    if (SIGN_IN !== 'wechat' && asRefusal(error).code === 'not_signed_in') askToSignIn();
    throw error;
  }
}
