import { rmSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { DataStack } from './data-stack.ts';
import { ServiceStack } from './service-stack.ts';
import { type Stage, stages } from './stages.ts';

/** Templates are checked offline against CloudFormation's own schemas of each region; a finding fails the synthesis. */
const strict = { '@aws-cdk/core:validateAgainstDefaultRules': true };
/** The data stack cannot let go of its table while the service stack uses it. */
const strongReferences = { '@aws-cdk/core:defaultCrossStackReferences': 'strong' };
/** For tests and the local run: no esbuild, no copies, but constructs can be told apart by their path. */
const withoutBundles = {
  'aws:cdk:bundling-stacks': [],
  'aws:cdk:disable-asset-staging': true,
  'aws:cdk:enable-path-metadata': true,
};

/** Names of the two stacks of a stage. */
export function stackNames(stage: Stage): { data: string; service: string } {
  return { data: `shanhai-${stage.name}-data`, service: `shanhai-${stage.name}-service` };
}

/** The whole system of every wanted stage as one CDK app; the cloud, the tests and the local run all read this one. */
export function buildApp(context: Record<string, unknown> = {}, wanted: readonly Stage[] = stages, outdir?: string): App {
  const app = new App({ ...(outdir ? { outdir } : {}), context: { ...strict, ...strongReferences, ...context } });
  for (const stage of wanted) {
    const names = stackNames(stage);
    const env = { region: stage.region };
    const data = new DataStack(app, `${names.data}-${stage.region}`, { env, stage, stackName: names.data });
    new ServiceStack(app, `${names.service}-${stage.region}`, { env, stage, stackName: names.service, kept: data });
  }
  return app;
}

export interface TemplateResource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly Metadata?: Record<string, unknown>;
}
export interface Template {
  readonly Resources: Record<string, TemplateResource>;
}

/** The CloudFormation templates of one stage, made in about a second and leaving no files behind. */
export function readTemplates(stage: Stage): { data: Template; service: Template } {
  const assembly = buildApp(withoutBundles, [stage]).synth();
  try {
    const names = stackNames(stage);
    const read = (name: string) => assembly.getStackByName(name).template as Template;
    return { data: read(names.data), service: read(names.service) };
  } finally {
    rmSync(assembly.directory, { recursive: true, force: true });
  }
}
