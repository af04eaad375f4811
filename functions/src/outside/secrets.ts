import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { accountOf, type Env, readSecrets, type Secrets } from '../env.ts';
import { clientSettings } from './aws-settings.ts';

const timeoutMs = 2000;

/** The secrets of this stage: from the environment of a local run, or once per cold start from Secrets Manager. */
export async function loadSecrets(env: Env): Promise<Secrets> {
  if (env.SECRETS) return readSecrets(env.SECRETS);
  const endpoint = env.AWS_ENDPOINT_URL_SECRETS_MANAGER;
  const client = new SecretsManagerClient(clientSettings({ region: env.AWS_REGION, account: accountOf(env), endpoint, timeoutMs }));
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: env.SECRET_ID }));
  return readSecrets(SecretString ?? '');
}
