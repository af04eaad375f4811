/** Where the system runs. China has an account system, domains and a partition of its own, so a stage is one region. */
export interface Stage {
  readonly name: string;
  readonly region: string;
  /** Lambda on arm64 is cheaper; for the China regions it is not confirmed, so they stay on x86_64. */
  readonly architecture: 'arm64' | 'x86_64';
  /** Origin of the plain links on printed codes. */
  readonly publicOrigin: string;
  /** X-Ray is not offered in the China regions. */
  readonly isTraced: boolean;
  /**
   * One-time message templates of this stage's WeChat account: `answer`, `interview`, `reminder`, each with the id that the
   * console gave and which value fills which field. One that is not here is told in the mini-program only.
   */
  readonly messageTemplates: Readonly<Record<string, { readonly id: string; readonly fields: Readonly<Record<string, string>> }>>;
}

export const stages: readonly Stage[] = [
  {
    name: 'china',
    region: 'cn-northwest-1',
    architecture: 'x86_64',
    publicOrigin: 'https://q.example.cn',
    isTraced: false,
    messageTemplates: {},
  },
  {
    name: 'singapore',
    region: 'ap-southeast-1',
    architecture: 'arm64',
    publicOrigin: 'https://q.example.com',
    isTraced: true,
    messageTemplates: {},
  },
];
