import { accountOf, type Env, readSecrets, type Secrets } from '../env.ts';
import { openAws } from './aws-json.ts';

/** The secrets of this stage: from the environment of a local run, or once per cold start from Secrets Manager. */
export async function loadSecrets(env: Env): Promise<Secrets> {
  if (env.SECRETS) return readSecrets(env.SECRETS);
  const ask = openAws({
    service: 'secretsmanager',
    target: 'secretsmanager',
    contentType: 'application/x-amz-json-1.1',
    region: env.AWS_REGION,
    account: accountOf(env),
    endpoint: env.AWS_ENDPOINT_URL_SECRETS_MANAGER,
    timeoutMs: 2000,
  });
  const { SecretString } = (await ask('GetSecretValue', { SecretId: env.SECRET_ID })) as { SecretString?: string };
  return readSecrets(SecretString ?? '');
}
