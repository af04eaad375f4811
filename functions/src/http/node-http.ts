/**
 * `node:http` for bundles. Imported as a module, its list of exports touches lazy ones and with them loads the whole of undici, a
 * fifth of a start; asked for like this it does not. The bundler puts this in the place of `node:http`: infra/aws/one-lambda.ts.
 */
const http = process.getBuiltinModule('node:http');

export const { STATUS_CODES, Agent, request } = http;
