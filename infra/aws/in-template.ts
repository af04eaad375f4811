import type { Template, TemplateResource } from './build-app.ts';

/** A permission or a ban, as a policy of a template says it. */
export interface Statement {
  Effect: string;
  Action: string | string[];
  Resource?: unknown;
  Condition?: unknown;
}

export function ofType(template: Template, type: string): [string, TemplateResource][] {
  return Object.entries(template.Resources).filter(([, resource]) => resource.Type === type);
}

export const propertiesOf = (template: Template, type: string): Record<string, unknown>[] => ofType(template, type).map(([, resource]) => resource.Properties);

export function statementsOf(template: Template): Statement[] {
  return propertiesOf(template, 'AWS::IAM::Policy').flatMap(({ PolicyDocument }) => (PolicyDocument as { Statement: Statement[] }).Statement);
}
