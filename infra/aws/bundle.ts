import path from 'node:path';

/** The root of the project. */
export const root = path.resolve(import.meta.dirname, '../..');

const standIn = (name: string): string => path.join(root, `functions/src/outside/left-out/${name}.ts`);

/**
 * What of the SDK and of Node no function in Lambda ever runs, by what stands in its place: half of its weight. Each fails loudly,
 * should it ever be asked. See docs/decisions/0025-sdk-cut-to-size.md.
 */
export const leftOut: Readonly<Record<string, string>> = {
  '@aws-sdk/credential-provider-node': standIn('credential-chain'),
  '@aws-sdk/middleware-endpoint-discovery': standIn('endpoint-discovery'),
  '@smithy/core/event-streams': standIn('event-streams'),
  'node:http': standIn('node-http'),
  'node:util': standIn('node-text'),
};

/** CommonJS packages inside (pdfkit) ask for `require`, which ESM does not have. */
export const banner = "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";
