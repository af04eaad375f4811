import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { readTemplates, type Template, type TemplateResource } from '../aws/build-app.ts';
import { type Stage, stages } from '../aws/stages.ts';

export interface LocalRoute {
  /** Method and path as API Gateway knows them, e.g. `GET /fairs/{fairId}`. */
  readonly routeKey: string;
  /** The function's construct in the service stack. */
  readonly target: string;
}

export interface LocalStream {
  readonly target: string;
  readonly batchSize: number;
  readonly retries: number;
  /** Filter patterns as JSON: a record that meets none of them is not passed on. */
  readonly patterns: readonly string[];
}

export interface LocalSchedule {
  readonly target: string;
  readonly everyMs: number;
}

/** What this machine needs to know of the cloud: plain values, so that test runs can hand it from one process to another. */
export interface LocalPlan {
  readonly table: Omit<CreateTableCommandInput, 'TableName'>;
  readonly expiresAttribute: string;
  readonly functions: Record<string, { environment: Record<string, unknown>; timeoutMs: number }>;
  readonly routes: readonly LocalRoute[];
  readonly streams: readonly LocalStream[];
  readonly schedules: readonly LocalSchedule[];
}

const home: Stage = stages[0] as Stage;

function ofType(template: Template, type: string): [string, TemplateResource][] {
  return Object.entries(template.Resources).filter(([, resource]) => resource.Type === type);
}

/** The first known resource an expression mentions, however it is wrapped in Ref, Fn::GetAtt or Fn::Join. */
function mentioned(expression: unknown, known: readonly string[]): string {
  const text = JSON.stringify(expression);
  const found = known.find((id) => text.includes(`"${id}"`) || text.includes(`/${id}"`));
  if (!found) throw new Error(`The template points at something unknown: ${text}`);
  return found;
}

/** `shanhai-china-service/ApiFunction/Handler/Resource` is known as `ApiFunction`. */
function constructName(id: string, resource: TemplateResource): string {
  return String(resource.Metadata?.['aws:cdk:path'] ?? id).split('/')[1] ?? id;
}

function readTable(data: Template): Pick<LocalPlan, 'table' | 'expiresAttribute'> {
  const [found] = ofType(data, 'AWS::DynamoDB::GlobalTable');
  if (!found) throw new Error('The template has no table');
  const properties = found[1].Properties as unknown as {
    KeySchema: CreateTableCommandInput['KeySchema'];
    AttributeDefinitions: CreateTableCommandInput['AttributeDefinitions'];
    GlobalSecondaryIndexes: NonNullable<CreateTableCommandInput['GlobalSecondaryIndexes']>;
    StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' };
    TimeToLiveSpecification: { AttributeName: string };
  };
  return {
    table: {
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: properties.KeySchema,
      AttributeDefinitions: properties.AttributeDefinitions,
      GlobalSecondaryIndexes: properties.GlobalSecondaryIndexes.map(({ IndexName, KeySchema, Projection }) => ({
        IndexName,
        KeySchema,
        Projection,
      })),
      StreamSpecification: { StreamEnabled: true, StreamViewType: properties.StreamSpecification.StreamViewType },
    },
    expiresAttribute: properties.TimeToLiveSpecification.AttributeName,
  };
}

function readFunctions(service: Template): { names: Map<string, string>; functions: LocalPlan['functions'] } {
  const names = new Map<string, string>();
  const functions: LocalPlan['functions'] = {};
  for (const [id, resource] of ofType(service, 'AWS::Lambda::Function')) {
    const name = constructName(id, resource);
    const { Environment, Timeout } = resource.Properties as { Environment?: { Variables: Record<string, unknown> }; Timeout?: number };
    names.set(id, name);
    functions[name] = { environment: Environment?.Variables ?? {}, timeoutMs: (Timeout ?? 3) * 1000 };
  }
  return { names, functions };
}

function readRoutes(service: Template, names: Map<string, string>): LocalRoute[] {
  const integrations = new Map(
    ofType(service, 'AWS::ApiGatewayV2::Integration').map(([id, { Properties }]) => [
      id,
      names.get(mentioned(Properties['IntegrationUri'], [...names.keys()])) ?? '',
    ]),
  );
  return ofType(service, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => ({
    routeKey: String(Properties['RouteKey']),
    target: integrations.get(mentioned(Properties['Target'], [...integrations.keys()])) ?? '',
  }));
}

interface Mapping {
  readonly FunctionName: unknown;
  readonly BatchSize: number;
  readonly MaximumRetryAttempts: number;
  readonly FilterCriteria?: { readonly Filters: readonly { readonly Pattern: string }[] };
}

/** Every consumer of the table's stream. */
function readStreams(service: Template, names: Map<string, string>): LocalStream[] {
  const found = ofType(service, 'AWS::Lambda::EventSourceMapping');
  if (!found.length) throw new Error('The template has no stream consumer');
  return found.map(([, { Properties }]) => {
    const { FunctionName, BatchSize, MaximumRetryAttempts, FilterCriteria } = Properties as unknown as Mapping;
    return {
      target: names.get(mentioned(FunctionName, [...names.keys()])) ?? '',
      batchSize: BatchSize,
      retries: MaximumRetryAttempts,
      patterns: FilterCriteria?.Filters.map(({ Pattern }) => Pattern) ?? [],
    };
  });
}

const unitMs: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** `rate(15 minutes)` in milliseconds. */
function rateMs(expression: string): number {
  const [, count, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const ms = unitMs[unit];
  if (!ms) throw new Error(`The local run does not know the schedule ${expression}`);
  return Number(count) * ms;
}

function readSchedules(service: Template, names: Map<string, string>): LocalSchedule[] {
  return ofType(service, 'AWS::Events::Rule').flatMap(([, { Properties }]) => {
    const { ScheduleExpression, Targets } = Properties as { ScheduleExpression: string; Targets: readonly { Arn: unknown }[] };
    return Targets.map(({ Arn }) => ({ target: names.get(mentioned(Arn, [...names.keys()])) ?? '', everyMs: rateMs(ScheduleExpression) }));
  });
}

/** Reads the synthesized templates, so that the local run and the cloud cannot drift apart. */
export function readPlan(stage: Stage = home): LocalPlan {
  const { data, service } = readTemplates(stage);
  const { names, functions } = readFunctions(service);
  return { ...readTable(data), functions, routes: readRoutes(service, names), streams: readStreams(service, names), schedules: readSchedules(service, names) };
}
