import { StandardRetryStrategy } from '@smithy/core/retry';
import type { Account } from '../env.ts';

export interface AwsSettings {
  readonly region: string;
  /** A function has its own in the environment; a command of the operator, without one, looks where the AWS CLI does. */
  readonly account?: Account;
  /** Somewhere else than in the region; for the engine on this machine. */
  readonly endpoint?: string | undefined;
  /** Who has heard nothing for so long never will, and asks again. */
  readonly timeoutMs: number;
}

/** Of the time a reply may take: to connect takes less, and a machine that is slow at one is slow at the other. */
const shareToConnect = 2 / 3;
const maxAttempts = 4;

/** Somewhere below a bound that doubles, so that many who were refused at once do not come back at once; all four tries end before a phone stops waiting. */
const backoff = { setDelayBase: () => undefined, computeNextBackoffDelay: (tries: number): number => Math.random() * 100 * 2 ** tries };

const strategy = () => new StandardRetryStrategy({ maxAttempts, backoff });
/**
 * The SDK's strategy without its quota over all requests of a client: once a bad minute has used that up, nothing is tried twice any
 * more, and a phone that sends everything again is dearer for a table in trouble than one more try. The count lies in the token.
 */
const retryStrategy: Pick<StandardRetryStrategy, 'mode' | 'acquireInitialRetryToken' | 'refreshRetryTokenForRetry' | 'recordSuccess'> = {
  mode: 'standard',
  acquireInitialRetryToken: (scope) => strategy().acquireInitialRetryToken(scope),
  refreshRetryTokenForRetry: (token, error) => strategy().refreshRetryTokenForRetry(token, error),
  recordSuccess: () => undefined,
};

/** A client of the SDK in bounded time, told all that it would else look for in files of an operator's home. */
export function clientSettings({ region, account, endpoint, timeoutMs }: AwsSettings) {
  return {
    region,
    ...(account ? { credentials: account } : {}),
    ...(endpoint ? { endpoint } : {}),
    requestHandler: { connectionTimeout: timeoutMs * shareToConnect, requestTimeout: timeoutMs, throwOnRequestTimeout: true },
    retryMode: 'standard',
    maxAttempts,
    retryStrategy,
    defaultsMode: 'standard' as const,
    useDualstackEndpoint: false,
    useFipsEndpoint: false,
    authSchemePreference: [],
    userAgentAppId: async () => undefined,
  };
}
