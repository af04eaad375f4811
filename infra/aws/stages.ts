/** Where the system runs. China has an account system, domains and a partition of its own, so a stage is one region. */
export interface Stage {
  readonly name: string;
  readonly region: string;
  /** Lambda on arm64 is cheaper; for the China regions it is not confirmed, so they stay on x86_64. */
  readonly architecture: 'arm64' | 'x86_64';
  /** The one origin: pages, API and the plain links on printed codes. */
  readonly publicOrigin: string;
  /** X-Ray is not offered in the China regions. */
  readonly isTraced: boolean;
  /** AWS Budgets is not offered in the China regions. */
  readonly hasBudgets: boolean;
  /** Kept whatever happens; any other stage can be thrown away with all that is in it. */
  readonly isKept: boolean;
  /**
   * One-time message templates of this stage's WeChat account: `answer`, `interview`, `reminder`, each with the id that the
   * console gave and which value fills which field. One that is not here is told in the mini-program only.
   */
  readonly messageTemplates: Readonly<Record<string, { readonly id: string; readonly fields: Readonly<Record<string, string>> }>>;
  /** Files by which WeChat sees that the domain is ours (扫普通链接二维码, 业务域名): name and text. */
  readonly checkFiles: Readonly<Record<string, string>>;
}

type Region = Pick<Stage, 'architecture' | 'isTraced' | 'hasBudgets'>;
type Settings = Pick<Stage, 'publicOrigin' | 'messageTemplates' | 'checkFiles'>;

/** What is different from region to region; another one takes one line. */
const regions: Readonly<Record<string, Region>> = {
  'cn-northwest-1': { architecture: 'x86_64', isTraced: false, hasBudgets: false },
  'cn-north-1': { architecture: 'x86_64', isTraced: false, hasBudgets: false },
  'ap-southeast-1': { architecture: 'arm64', isTraced: true, hasBudgets: true },
};

/** What the owner of a stage fills in. */
const settings: Readonly<Record<string, Settings>> = {
  'prod cn-northwest-1': { publicOrigin: 'https://q.example.cn', messageTemplates: {}, checkFiles: {} },
  'prod ap-southeast-1': { publicOrigin: 'https://q.example.com', messageTemplates: {}, checkFiles: {} },
};
const unset: Settings = { publicOrigin: 'https://q.example.cn', messageTemplates: {}, checkFiles: {} };

export const keptStage = 'prod';

/** One stage by what the command line says. */
export function stageOf(name: string, region: string): Stage {
  const offered = regions[region];
  if (!offered) throw new Error(`Unknown region ${region}; known are ${Object.keys(regions).join(', ')}`);
  if (!/^[a-z][a-z0-9]{1,11}$/.test(name)) throw new Error('A stage is named by 2 to 12 small letters and digits');
  return { name, region, ...offered, ...(settings[`${name} ${region}`] ?? unset), isKept: name === keptStage };
}

/** What is synthesized and tested when nothing else is said. */
export const stages: readonly Stage[] = [
  stageOf(keptStage, 'cn-northwest-1'),
  stageOf(keptStage, 'ap-southeast-1'),
  stageOf('trial', 'cn-northwest-1'),
  stageOf('trial', 'ap-southeast-1'),
];
