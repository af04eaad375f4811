import { type Env, readSecrets, type Secrets } from '../env.ts';

/** The secrets of this stage: from the environment of a local run, or once per cold start from Secrets Manager. */
export async function loadSecrets(env: Env): Promise<Secrets> {
  if (env.SECRETS) return readSecrets(env.SECRETS);
  const { GetSecretValueCommand, SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager');
  const reply = await new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: env.SECRET_ID }));
  return readSecrets(reply.SecretString ?? '');
}
