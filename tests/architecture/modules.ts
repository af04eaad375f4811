import path from 'node:path';
import { cruise, type ICruiseResult, type IViolation } from 'dependency-cruiser';
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';

const root = path.join(import.meta.dirname, '..', '..');
/** A cruise that sees nothing also finds nothing: below this something is set up wrongly. */
const leastModules = 100;

/** Runs the rules of .dependency-cruiser.cjs over all workspaces. */
async function look(): Promise<ICruiseResult> {
  const { forbidden = [], options = {} } = await extractConfig(path.join(root, '.dependency-cruiser.cjs'));
  const folders = ['shared', 'functions/src', 'infra', 'miniapp/src', 'tests'];
  const { output } = await cruise(folders, { ...options, baseDir: root, validate: true, ruleSet: { forbidden } });
  if (typeof output === 'string') throw new Error('dependency-cruiser answered in words');
  return output;
}

const wordsOf = ({ rule, from, to, cycle }: IViolation): string => `${rule.name}: ${from} → ${cycle ? cycle.map((step) => step.name).join(' → ') : to}`;

const { modules, summary } = await look();
const own = modules.filter((m) => !m.source.includes('node_modules') && !m.coreModule);
for (const violation of summary.violations) console.error(wordsOf(violation));
if (own.length < leastModules) console.error(`Only ${own.length} modules were seen, at least ${leastModules} are there: the cruise is set up wrongly.`);
const isSound = summary.violations.length === 0 && own.length >= leastModules;
console.log(`structure: ${own.length} modules, ${summary.violations.length} against the rules`);
process.exitCode = isSound ? 0 : 1;
