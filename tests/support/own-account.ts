import { randomBytes } from 'node:crypto';

/** What one file writes makes no other one slower: see infra/local/dynamodb.ts. */
process.env['LOCAL_ACCOUNT'] = `test${randomBytes(6).toString('hex')}`;
