import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { plainError } from './local/kept-folder.ts';

/** Settings of a command and the words beside them; throws a sentence about a setting that there is not. */
export function readSettings<const T extends ParseArgsOptionsConfig>(args: readonly string[], options: T) {
  return parseArgs({ args: [...args], allowPositionals: true, options });
}

/** What was typed is not enough or too much: the sentence is followed by how the command is used. */
export const unclear = (sentence: string): Error => Object.assign(plainError(sentence), { isAboutWords: true });

/** Refuses when one of these was not said. */
export function needSettings(said: Readonly<Record<string, unknown>>, ...names: string[]): void {
  const missing = names.find((name) => !said[name]);
  if (missing) throw unclear(`--${missing} is missing`);
}

const noCredentials = 'No AWS credentials were found: set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY';
/** Names of errors of AWS, in words of whoever typed the command. */
const awsWords: Readonly<Record<string, string>> = {
  CredentialsProviderError: noCredentials,
  ResourceNotFoundException: 'There is no such table in this region and account',
  ExpiredTokenException: 'The AWS credentials have expired: sign in again',
  UnrecognizedClientException: 'AWS does not know these credentials, or not in this region: accounts of China are for cn-… regions only',
};
/** Codes of the machine's own errors; what they are about follows. */
const codeWords: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder',
  EACCES: 'This may not be read or written',
  EEXIST: 'This file is there already and is not written over',
  EISDIR: 'This is a folder, not a file',
  ENOTDIR: 'There is no such folder',
  EADDRINUSE: 'Another program has this port',
  ECONNREFUSED: 'Nobody answers at',
  ENOTFOUND: 'There is no computer of this name',
};

type Told = Omit<Error, 'cause'> & {
  isAboutWords?: boolean;
  cause?: unknown;
  code?: string;
  path?: string;
  address?: string;
  port?: number;
  hostname?: string;
  errors?: Error[];
};
const about = ({ path, address, hostname, port }: Told): string => path ?? hostname ?? [address, port].filter(Boolean).join(':');

/** What went wrong, in one sentence for whoever typed the command. */
export function sentenceOf(error: unknown): string {
  const told = ((error as Told).errors?.[0] ?? error) as Told;
  const { name, code = '', message, cause } = told;
  // what our own table makes of trouble that passes; the operator wants to know which
  if (code === 'try_again' && cause) return sentenceOf(cause);
  if (code.startsWith('ERR_PARSE_ARGS')) return message.split(/[.\n]/)[0] ?? message;
  if (name === 'Error' && message === 'Region is missing') return 'AWS_REGION is missing: set it to the region of the stage, such as cn-northwest-1';
  if (awsWords[name]) return awsWords[name];
  return codeWords[code] ? `${codeWords[code]}: ${about(told)}` : message || name;
}

const isAboutWords = (error: unknown): boolean => {
  const { code = '', isAboutWords: isUnclear = false } = error as Told;
  return isUnclear || code.startsWith('ERR_PARSE_ARGS');
};

/** Runs a command of the operator: `--help` says how it is used, and what goes wrong is one sentence. */
export async function runCommand(usage: string, run: (args: readonly string[]) => Promise<void> | void): Promise<void> {
  const args = process.argv.slice(2);
  if (args.some((word) => word === '--help' || word === '-h')) {
    console.log(usage);
    return;
  }
  try {
    await run(args);
  } catch (error) {
    console.error(sentenceOf(error));
    // what is wrong with the words is easier to mend with the right ones below
    if (isAboutWords(error)) console.error(`\n${usage}`);
    process.exitCode = 1;
  }
}
