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
}

export const stages: readonly Stage[] = [
  {
    name: 'china',
    region: 'cn-northwest-1',
    architecture: 'x86_64',
    publicOrigin: 'https://q.example.cn',
    isTraced: false,
  },
  {
    name: 'singapore',
    region: 'ap-southeast-1',
    architecture: 'arm64',
    publicOrigin: 'https://q.example.com',
    isTraced: true,
  },
];
