/** In bundles, for `@aws-sdk/credential-provider-node`: Lambda hands credentials in, so nobody looks for a profile, a login or a metadata server. */
export function defaultProvider(): () => Promise<never> {
  return () => Promise.reject(new Error('Credentials are handed in: functions/src/outside/aws-settings.ts'));
}
