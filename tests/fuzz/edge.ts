import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Entry } from '@shanhai/shared/contract/basics.ts';
import { contract } from '@shanhai/shared/contract/contract.ts';
import type { RouteName } from '@shanhai/shared/routes.ts';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as z from 'zod';
import { chance } from '../support/chance.ts';
import { mutated } from './mutate.ts';

const recordedFolder = path.resolve(import.meta.dirname, '../contract/recorded');

/** A right input for every route, as its newest client sends it. */
export function rightInputs(): [RouteName, Record<string, unknown>][] {
  const newest = readdirSync(recordedFolder).sort().at(-1) ?? '';
  const files = readdirSync(path.join(recordedFolder, newest));
  return files.flatMap((file) => {
    const recorded = JSON.parse(readFileSync(path.join(recordedFolder, newest, file), 'utf8')) as Record<string, { input: Record<string, unknown> }>;
    return Object.entries(recorded).map(([name, { input }]) => [name as RouteName, input] as [RouteName, Record<string, unknown>]);
  });
}

export interface Found {
  inputs: number;
  accepted: number;
  /** Inputs at which the edge broke instead of refusing. */
  broken: string[];
  /** Inputs it took that the published description of the interface does not allow. */
  wrong: string[];
}

/** The published description is the second opinion: another validator, on the schema that clients read. */
function secondOpinion(): Map<RouteName, (input: unknown) => boolean> {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const validators = rightInputs().map(([name]) => {
    const schema = z.toJSONSchema((contract[name] as Entry).input, { io: 'input', unrepresentable: 'any' });
    return [name, ajv.compile(schema)] as [RouteName, (input: unknown) => boolean];
  });
  return new Map(validators);
}

/** Such a body is refused as a whole before any contract reads it; tests/routes/hostile.test.ts holds that. */
export const isPoisoned = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && (Object.hasOwn(value, '__proto__') || Object.values(value).some(isPoisoned));

const shown = (name: RouteName, input: unknown): string => `${name} ${JSON.stringify(input)}`.slice(0, 400);

/** Makes right inputs wrong, so many of them, and gives them to the edge of their route. The same seed finds the same. */
export function fuzzEdge(count: number, seed: number): Found {
  const draw = chance(seed);
  const routes = rightInputs();
  const opinions = secondOpinion();
  const found: Found = { inputs: 0, accepted: 0, broken: [], wrong: [] };
  for (; found.inputs < count; found.inputs++) {
    const [name, right] = routes[found.inputs % routes.length] as [RouteName, Record<string, unknown>];
    const input = mutated(right, draw);
    try {
      if (isPoisoned(input)) continue;
      const read = (contract[name] as Entry).input.safeParse(input);
      if (!read.success) continue;
      found.accepted++;
      if (!opinions.get(name)?.(input)) found.wrong.push(shown(name, input));
    } catch (error) {
      found.broken.push(`${shown(name, input)} ${error}`);
    }
  }
  return found;
}
