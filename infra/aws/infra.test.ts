import { readdirSync } from 'node:fs';
import path from 'node:path';
import { paperRoutes, routes, searchRoutes } from '@shanhai/shared/routes.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { readPlan } from '../local/template.ts';
import { readTemplates, type Template, type TemplateResource } from './build-app.ts';
import { pageRoutes } from './http-api.ts';
import { ofType, propertiesOf, type Statement, statementsOf } from './in-template.ts';
import { type Stage, stages } from './stages.ts';

describe.each(stages.map((stage): [string, Stage] => [`${stage.name} in ${stage.region}`, stage]))('%s', (_, stage) => {
  let data: Template;
  let service: Template;
  beforeAll(() => {
    ({ data, service } = readTemplates(stage));
  });

  test('every address has exactly one API route', () => {
    const keys = propertiesOf(service, 'AWS::ApiGatewayV2::Route').map(({ RouteKey }) => RouteKey as string);
    expect(keys.sort()).toEqual([...new Set(Object.values(routes)), ...pageRoutes.map((route) => `GET ${route}`)].sort());
  });

  test('what is no address of the API is a page, by a function that has neither the table nor the secrets', () => {
    const { routes: local, functions } = readPlan(stage);
    const pages = local.filter(({ target }) => target === 'PagesFunction').map(({ routeKey }) => routeKey);
    expect(pages.sort()).toEqual(['GET /', 'GET /{file+}']);
    // with the stage and the bucket's address its answers have the strict headers: functions/src/http/pages.test.ts
    expect(functions['PagesFunction']?.environment).toEqual({
      NODE_OPTIONS: '--enable-source-maps',
      STAGE: stage.name,
      PAGES_DIR: '/var/task/files',
      OBJECTS_BASE: expect.objectContaining({ 'Fn::Join': ['', ['https://', expect.anything()]] }),
      CHECK_FILES: '{}',
    });
    const policies = propertiesOf(service, 'AWS::IAM::Policy').filter(({ PolicyName }) => String(PolicyName).startsWith('PagesFunction'));
    expect(JSON.stringify(policies)).not.toMatch(/dynamodb|secretsmanager|s3:|kms:/);
  });

  test('papers are made by a function of their own', () => {
    const { routes: local } = readPlan(stage);
    const papers = local.filter(({ target }) => target === 'PaperFunction').map(({ routeKey }) => routeKey);
    expect(papers.sort()).toEqual(paperRoutes.map((name) => routes[name]).sort());
  });

  test('the search runs where its index lies in memory, and one function at a time writes that index', () => {
    const { routes: local, streams } = readPlan(stage);
    const searches = local.filter(({ target }) => target === 'SearchFunction').map(({ routeKey }) => routeKey);
    expect(searches.sort()).toEqual(searchRoutes.map((name) => routes[name]).sort());
    expect(propertiesOf(service, 'AWS::Lambda::Function').filter((properties) => 'ReservedConcurrentExecutions' in properties)).toEqual([
      expect.objectContaining({ ReservedConcurrentExecutions: 1, Description: expect.stringContaining('search') }),
    ]);
    expect(streams.map(({ target, patterns }) => [target, patterns.length]).sort()).toEqual([
      ['IndexFunction', 2],
      ['OnChangeFunction', 0],
    ]);
  });

  test('no function may change or delete the audit, and only the stream’s consumer goes on with its chain', () => {
    const policies = propertiesOf(service, 'AWS::IAM::Policy').map(({ PolicyDocument }) => (PolicyDocument as { Statement: Statement[] }).Statement);
    const ofTable = policies.filter((statements) => statements.some(({ Action }) => [Action].flat().includes('dynamodb:UpdateItem')));
    const denied = ofTable.map((statements) => statements.filter(({ Effect }) => Effect === 'Deny'));
    // all but the one of the pages and the copier of the audit, which may change nothing
    expect(ofTable).toHaveLength(propertiesOf(service, 'AWS::Lambda::Function').length - 2);
    for (const [first] of denied) {
      expect(first).toMatchObject({ Action: ['dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem'] });
      expect(JSON.stringify(first?.Condition)).toMatch(/ForAnyValue:StringLike.*dynamodb:LeadingKeys.*"A#\*","AC#\*","ACR#\*","AX#\*"/);
    }
    const puts = denied.map((statements) => JSON.stringify(statements.find(({ Action }) => Action === 'dynamodb:PutItem')?.Condition));
    expect(puts.every((condition) => condition.includes('AX#*'))).toBe(true);
    expect(puts.filter((condition) => !condition.includes('AC#*'))).toHaveLength(1);
  });

  test('the stage is named out of the paths, throttled and logged', () => {
    const [live] = propertiesOf(service, 'AWS::ApiGatewayV2::Stage');
    expect(live).toMatchObject({
      StageName: '$default',
      AutoDeploy: true,
      DefaultRouteSettings: { ThrottlingRateLimit: expect.any(Number), ThrottlingBurstLimit: expect.any(Number) },
      AccessLogSettings: { DestinationArn: expect.anything() },
    });
  });

  test('addresses that a whole fair asks at once, and dear ones, have limits of their own, each said once its address is there', () => {
    const [[, live]] = ofType(service, 'AWS::ApiGatewayV2::Stage') as [[string, TemplateResource & { DependsOn: string[] }]];
    const limits = live.Properties['RouteSettings'] as Record<string, { ThrottlingRateLimit: number }>;
    const gate = limits['POST /check-ins']?.ThrottlingRateLimit ?? 0;
    expect(gate).toBeGreaterThan(limits['POST /fairs/{fairId}/print-pack']?.ThrottlingRateLimit ?? 0);
    for (const dear of ['POST /people/{workerId}/resident-id', 'POST /me/data/copy', 'POST /desks']) expect(limits[dear]?.ThrottlingRateLimit).toBeLessThan(50);
    const known = new Map(ofType(service, 'AWS::ApiGatewayV2::Route').map(([id, { Properties }]) => [Properties['RouteKey'], id]));
    for (const address of Object.keys(limits)) expect(live.DependsOn).toContain(known.get(address));
  });

  test('every function that reads the secret is started anew by another word at a deployment', () => {
    const variables = propertiesOf(service, 'AWS::Lambda::Function').map(
      ({ Environment }) => (Environment as { Variables: Record<string, unknown> }).Variables,
    );
    const secretive = variables.filter((one) => 'SECRET_ID' in one);
    expect(secretive.length).toBeGreaterThan(6);
    for (const { STARTED } of secretive) expect(STARTED).toEqual({ Ref: 'Started' });
  });

  test('domain, certificate, address of alarms and budget are told at the deployment and may be left out', () => {
    const conditional = Object.values(service.Resources).filter((resource) => 'Condition' in resource);
    expect(conditional.map(({ Type }) => Type).sort()).toEqual(
      [
        ...(stage.hasBudgets ? ['AWS::Budgets::Budget'] : []),
        'AWS::ApiGatewayV2::ApiMapping',
        'AWS::ApiGatewayV2::DomainName',
        'AWS::SNS::Subscription',
      ].sort(),
    );
  });

  test('every alarm leads to a page that says what to do, and every page has its alarm', () => {
    const pages = propertiesOf(service, 'AWS::CloudWatch::Alarm').map(
      (alarm) => /docs\/runbooks\/[a-z-]+\.md$/.exec(String(alarm['AlarmDescription']))?.[0] ?? '',
    );
    const written = readdirSync(path.resolve(import.meta.dirname, '../../docs/runbooks')).map((file) => `docs/runbooks/${file}`);
    expect([...new Set(pages)].sort()).toEqual(written.sort());
    expect(propertiesOf(service, 'AWS::CloudWatch::Dashboard')).toHaveLength(1);
  });

  test('the table is encrypted with our own key, can be restored to any second and cannot be deleted by accident', () => {
    const [table, ...others] = ofType(data, 'AWS::DynamoDB::GlobalTable');
    expect(others).toEqual([]);
    expect(table?.[1]).toMatchObject({
      DeletionPolicy: stage.isKept ? 'Retain' : 'Delete',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
        TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
        Replicas: [
          expect.objectContaining({
            Region: stage.region,
            DeletionProtectionEnabled: stage.isKept,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
            SSESpecification: { KMSMasterKeyId: expect.anything() },
          }),
        ],
      },
    });
  });

  test('the key turns over, and it closes the secrets too', () => {
    expect(propertiesOf(data, 'AWS::KMS::Key')).toEqual([expect.objectContaining({ EnableKeyRotation: true })]);
    expect(propertiesOf(data, 'AWS::SecretsManager::Secret')).toEqual([expect.objectContaining({ KmsKeyId: expect.anything() })]);
  });

  test('objects are encrypted with our own key, reached by nobody without a signature or without TLS, and kept in versions', () => {
    const [bucket] = ofType(data, 'AWS::S3::Bucket').filter(([id]) => id.startsWith('Objects'));
    expect(bucket?.[1]).toMatchObject({
      DeletionPolicy: stage.isKept ? 'Retain' : 'Delete',
      Properties: {
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: expect.anything() } }],
        },
        PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        VersioningConfiguration: { Status: 'Enabled' },
        CorsConfiguration: { CorsRules: [{ AllowedOrigins: [stage.publicOrigin], AllowedMethods: ['GET', 'PUT'] }] },
        LifecycleConfiguration: { Rules: expect.arrayContaining([expect.objectContaining({ Prefix: 'incoming/', ExpirationInDays: 1 })]) },
      },
    });
    const policies = propertiesOf(data, 'AWS::S3::BucketPolicy');
    expect(policies).toHaveLength(2);
    for (const policy of policies) expect(JSON.stringify(policy)).toContain('"aws:SecureTransport":"false"');
  });

  test('a function reaches only the folders of the bucket that it works in', () => {
    const reached = statementsOf(service).filter(({ Action }) => [Action].flat().some((action) => action.startsWith('s3:') && action !== 's3:ListBucket'));
    const ofObjects = reached.filter(({ Resource }) => !JSON.stringify(Resource).includes('AuditCopies'));
    for (const { Resource } of ofObjects) expect(JSON.stringify(Resource)).toMatch(/"\/[a-z]+\/\*"/);
    expect(reached.length).toBeGreaterThan(0);
  });

  test('no partition is written out', () => {
    expect(JSON.stringify([data, service])).not.toMatch(/arn:aws[a-z-]*:/);
  });

  test('every function says who is hurt when it fails, and has an alarm that somebody hears', () => {
    const alarms = propertiesOf(service, 'AWS::CloudWatch::Alarm');
    const watched = new Map(
      alarms
        .filter(({ MetricName, Namespace }) => MetricName === 'Errors' && Namespace === 'AWS/Lambda')
        .map((alarm) => [JSON.stringify((alarm['Dimensions'] as { Value: unknown }[])[0]?.Value), alarm] as const),
    );
    const functions = ofType(service, 'AWS::Lambda::Function');
    expect(functions).toHaveLength(10);
    for (const [id, { Properties: properties }] of functions) {
      expect(String(properties['Description'])).toMatch(/^If it fails: .{20,}/);
      expect(watched.get(JSON.stringify({ Ref: id }))).toMatchObject({ AlarmActions: [expect.anything()] });
    }
  });

  test('functions run on Node 24 with the processor of the region, and are traced only where tracing exists', () => {
    for (const properties of propertiesOf(service, 'AWS::Lambda::Function')) {
      expect(properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: [stage.architecture] });
      expect('TracingConfig' in properties).toBe(!stage.region.startsWith('cn-'));
    }
  });

  test('logs are kept for more than six months, also when the stack of a kept stage goes, and name no path with its ids', () => {
    const groups = ofType(service, 'AWS::Logs::LogGroup');
    expect(groups).toHaveLength(11);
    for (const [, group] of groups) expect(group).toMatchObject({ DeletionPolicy: stage.isKept ? 'Retain' : 'Delete', Properties: { RetentionInDays: 365 } });
    const [live] = propertiesOf(service, 'AWS::ApiGatewayV2::Stage') as { AccessLogSettings?: { Format: string } }[];
    const line = String(live?.AccessLogSettings?.Format);
    expect(line).toContain('$context.routeKey');
    expect(line).toContain('$context.identity.sourceIp');
    expect(line).not.toMatch(/context\.(path|resourcePath|httpMethod|authorizer|identity\.(user|caller))|querystring/i);
  });

  test('the stream is handled without waiting, one bad record stops nothing, and none is lost unseen', () => {
    const mapping = propertiesOf(service, 'AWS::Lambda::EventSourceMapping').find(({ FilterCriteria }) => !FilterCriteria);
    expect(mapping).toMatchObject({
      BatchSize: 100,
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumBatchingWindowInSeconds: 0,
      MaximumRetryAttempts: 8,
      StartingPosition: 'TRIM_HORIZON',
      DestinationConfig: { OnFailure: { Destination: expect.anything() } },
    });
    // tags on event source mappings do not exist in the China regions
    expect(mapping).not.toHaveProperty('Tags');
  });

  test('the clock strikes every minute, and a stroke that fails is kept where somebody hears of it', () => {
    const rule = propertiesOf(service, 'AWS::Events::Rule').find(({ ScheduleExpression }) => ScheduleExpression === 'rate(1 minute)');
    expect(rule).toMatchObject({
      ScheduleExpression: 'rate(1 minute)',
      State: 'ENABLED',
      Targets: [{ Arn: expect.anything(), DeadLetterConfig: { Arn: expect.anything() }, RetryPolicy: { MaximumRetryAttempts: 2 } }],
    });
    expect(propertiesOf(service, 'AWS::Lambda::EventInvokeConfig')).toEqual([
      expect.objectContaining({ MaximumRetryAttempts: 0, DestinationConfig: { OnFailure: { Destination: expect.anything() } } }),
    ]);
    expect(propertiesOf(service, 'AWS::Logs::MetricFilter')).toMatchObject([
      { LogGroupName: expect.anything(), FilterPattern: expect.stringContaining('wechat_dead') },
      { LogGroupName: expect.anything(), FilterPattern: expect.stringContaining('figures_differ') },
    ]);
    expect(propertiesOf(service, 'AWS::CloudWatch::Alarm')).toContainEqual(
      expect.objectContaining({ MetricName: 'WechatMessagesLaidAside', AlarmActions: [expect.anything()] }),
    );
    expect(propertiesOf(service, 'AWS::CloudWatch::Alarm')).toContainEqual(
      expect.objectContaining({ MetricName: 'FairsWhoseFiguresDiffer', AlarmActions: [expect.anything()] }),
    );
    expect(readPlan(stage).schedules).toContainEqual({ target: 'OnTimeFunction', everyMs: 60_000 });
    expect(readPlan(stage).schedules).toContainEqual({ target: 'IndexFunction', everyMs: 86_400_000 });
  });

  test('what could not be done is kept for two weeks in closed queues that raise an alarm', () => {
    const queues = ofType(service, 'AWS::SQS::Queue');
    expect(queues.length).toBeGreaterThan(1);
    const watched = propertiesOf(service, 'AWS::CloudWatch::Alarm').map(({ Dimensions }) => JSON.stringify(Dimensions ?? ''));
    for (const [id, { Properties: properties }] of queues) {
      expect(properties).toMatchObject({ SqsManagedSseEnabled: true, MessageRetentionPeriod: 1_209_600 });
      expect(watched.some((dimensions) => dimensions.includes(`"${id}"`))).toBe(true);
    }
  });

  test('every wildcard in a permission is one that is explained', () => {
    const explained = [
      // the two kinds of calls of a customer key that a function needs; KMS names them in families
      /^kms:(ReEncrypt|GenerateDataKey)\*$/,
      // whole folders of the one bucket, and the indexes of the one table
      /^\/(incoming|files|search|index)\/\*$/,
      // the copies of the audit: named by region and number as they come
      /^\/\*$/,
      // tracing and listing know no resource
      /^\*$/,
    ];
    const wild = statementsOf(service)
      .filter(({ Effect }) => Effect === 'Allow')
      .flatMap(({ Action, Resource }) => [...JSON.stringify([Action, Resource]).matchAll(/"([^"]*\*[^"]*)"/g)].map(([, words = '']) => words));
    expect(wild.filter((words) => !explained.some((one) => one.test(words)))).toEqual([]);
  });

  test('no policy allows everything, and only actions that know no resource are open to all resources', () => {
    // listing streams and sending traces are not offered for a single resource
    const withoutResource = ['dynamodb:ListStreams', 'xray:PutTraceSegments', 'xray:PutTelemetryRecords'];
    for (const { Action, Resource } of statementsOf(service)) {
      const actions = [Action].flat();
      expect(actions.filter((action) => action === '*' || action.endsWith(':*'))).toEqual([]);
      if (Resource === '*') expect(withoutResource).toEqual(expect.arrayContaining(actions));
    }
  });

  test('functions cannot change the table itself, and only the clock may read it through', () => {
    const actions = statementsOf(service).flatMap(({ Action }) => Action);
    expect(actions.filter((action) => /dynamodb:(\w*Table\w*|PartiQL\w*)/.test(action))).toEqual([]);
    const scanning = ofType(service, 'AWS::IAM::Policy').filter(([, policy]) => JSON.stringify(policy).includes('dynamodb:Scan'));
    expect(scanning.map(([id]) => id.replace(/Handler.*$/, ''))).toEqual(['OnTimeFunction']);
  });
});
