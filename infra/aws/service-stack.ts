import { auditPartitions, objectFolders } from '@shanhai/functions/src/table/layout.ts';
import { CfnOutput, CfnParameter, Duration, Stack, type StackProps, Tags } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type Function as Lambda, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { raiseAlarm } from './alarm.ts';
import { AuditCopier, auditCopiesBase } from './audit-copier.ts';
import { Clock } from './clock.ts';
import type { DataStack } from './data-stack.ts';
import { RoutedApi } from './http-api.ts';
import { OneLambda, type OneLambdaProps } from './one-lambda.ts';
import { OpeningsFeed } from './openings-feed.ts';
import { OwnDomain } from './own-domain.ts';
import type { Stage } from './stages.ts';
import { Watch } from './watch.ts';

interface ServiceStackProps extends StackProps {
  readonly stage: Stage;
  readonly kept: DataStack;
}

interface LambdaProps extends Omit<OneLambdaProps, 'stage' | 'environment' | 'alarms'> {
  readonly environment?: Record<string, string>;
  /** Folders of the bucket it reads and writes; none when not said. */
  readonly folders?: readonly string[];
  /** Reads the whole table through: the nightly recount. */
  readonly sweeps?: boolean;
  /** Compares the audit with its copies; it can write none. */
  readonly readsAuditCopies?: boolean;
}

/** The two weights that papers are set in. */
const fonts = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'].map((file) => `node_modules/@expo-google-fonts/noto-sans-sc/${file}`);
/** What the functions do with the table: never anything to the table itself, and a scan only by night (`sweeps`). */
const tableActions = ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'ConditionCheckItem'];

/** What can be thrown away and made again: the API, the functions, the queue of records nobody could count. */
export class ServiceStack extends Stack {
  private readonly kept: DataStack;
  private readonly alarms: Topic;
  private readonly stage: Stage;
  private readonly functions: Record<string, Lambda> = {};
  private readonly started: CfnParameter;

  constructor(scope: Construct, id: string, { stage, kept, ...props }: ServiceStackProps) {
    super(scope, id, { ...props, description: `Shanhai ${stage.name}: API and functions` });
    this.kept = kept;
    this.stage = stage;
    this.started = new CfnParameter(this, 'Started', {
      default: 'first',
      description: 'Another word starts every function anew, so that it reads the secret again',
    });
    this.alarms = new Topic(this, 'Alarms', { displayName: `Shanhai ${stage.name}`, enforceSSL: true });
    const servers = { api: this.makeApi(), fair: this.makeFair(), desk: this.makeDesk(), paper: this.makePaper(), search: this.makeSearch() };
    const routed = new RoutedApi(this, 'Api', { servers, pages: this.makePages(), alarms: this.alarms, isKept: stage.isKept });
    this.makeOnChange();
    this.makeOnTime();
    this.makeOnOpenings();
    this.makeAuditCopier();
    new OwnDomain(this, 'OwnDomain', routed.http);
    new Watch(this, 'Watch', { stage, http: routed.http, table: kept.table as ITable, functions: this.functions, alarms: this.alarms });
    new CfnOutput(this, 'ObjectsAddress', { value: `https://${kept.objects.bucketRegionalDomainName}` });
    new CfnOutput(this, 'ApiAddress', { value: routed.http.apiEndpoint });
    // event source mappings cannot carry tags in the China regions
    const where = { excludeResourceTypes: ['AWS::Lambda::EventSourceMapping'] };
    Tags.of(this).add('system', 'shanhai', where);
    Tags.of(this).add('stage', stage.name, where);
  }

  private makeApi() {
    return this.makeLambda('ApiFunction', {
      entry: 'api',
      impact: 'nobody can sign in or check in, and gates let people in by what their devices know',
      memoryMb: 1024,
    });
  }

  private makeFair() {
    return this.makeLambda('FairFunction', {
      entry: 'fair',
      impact: 'nobody can see a fair or its board, leave or answer a card, apply, or see their own record; check-in and the gates work on',
      memoryMb: 1024,
      folders: [objectFolders.incoming, objectFolders.files],
    });
  }

  private makeDesk() {
    return this.makeLambda('DeskFunction', {
      entry: 'desk',
      impact:
        'nobody can open an opening or take an interview, employers cannot register or post, officers cannot decide, people cannot look up or erase what is kept of them; check-in, booths, cards and search work on',
      // the allocation of a pairing is reckoned in one request
      memoryMb: 1769,
      timeoutSeconds: 29,
      folders: [objectFolders.incoming, objectFolders.files],
      environment: { AUDIT_COPIES_BASE: auditCopiesBase(this.kept) },
      readsAuditCopies: true,
    });
  }

  private makePaper() {
    return this.makeLambda('PaperFunction', {
      entry: 'paper',
      impact: 'organizers cannot print codes or download reports, officers no lists and no spreadsheets, people no copy of their data',
      environment: { FONT_DIR: '/var/task/files' },
      files: fonts,
      memoryMb: 1024,
      timeoutSeconds: 29,
    });
  }

  /** Touches neither table nor secrets: files that lie beside its code are all it has. */
  private makePages() {
    const { handler } = new OneLambda(this, 'PagesFunction', {
      entry: 'pages',
      impact: 'nobody can open the pages in a browser: officers, organizers and laptops at a gate; what is open works on, and so does the mini-program',
      stage: this.stage,
      alarms: this.alarms,
      environment: {
        PAGES_DIR: '/var/task/files',
        OBJECTS_BASE: `https://${this.kept.objects.bucketRegionalDomainName}`,
        CHECK_FILES: JSON.stringify(this.stage.checkFiles),
      },
      files: [`${this.node.tryGetContext('pagesFolder') ?? 'miniapp/dist/pages'}/.`],
    });
    this.functions['PagesFunction'] = handler;
    return handler;
  }

  private makeSearch() {
    return this.makeLambda('SearchFunction', {
      entry: 'search',
      impact: 'people cannot search openings; openings that are known and everything else work on',
      // an index of 100,000 openings is unpacked and read at the speed that comes with the memory
      memoryMb: 1769,
      folders: [objectFolders.search],
    });
  }

  private makeOnOpenings(): void {
    const handler = this.makeLambda('IndexFunction', {
      entry: 'on-openings',
      impact: 'the search shows openings as they were: new ones are missing, closed ones are still listed',
      memoryMb: 1769,
      timeoutSeconds: 300,
      // one writer: what two put into the bucket at the same time would overwrite each other
      mostAtOnce: 1,
      folders: [objectFolders.search],
    });
    new OpeningsFeed(this, 'OpeningsFeed', { handler, table: this.kept.table as ITable, alarms: this.alarms });
  }

  private makeOnChange(): void {
    const handler = this.makeLambda('OnChangeFunction', {
      entry: 'on-change',
      impact: 'the live board and the figures of a fair stand still; check-ins are kept and counted later',
      timeoutSeconds: 30,
    });
    const uncounted = new Queue(this, 'Uncounted', { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: Duration.days(14) });
    handler.addEventSource(
      new DynamoEventSource(this.kept.table as ITable, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        // the board is fresh within two seconds: do not wait for a fuller batch
        maxBatchingWindow: Duration.seconds(0),
        reportBatchItemFailures: true,
        bisectBatchOnError: true,
        retryAttempts: 8,
        maxRecordAge: Duration.hours(12),
        onFailure: new SqsDlq(uncounted),
      }),
    );
    const words = 'Live figures are late or wrong; the check-ins themselves are safe';
    const late = handler.metric('IteratorAge', { statistic: 'Maximum', period: Duration.minutes(1) });
    const set = uncounted.metricApproximateNumberOfMessagesVisible();
    raiseAlarm(this, 'UncountedRecords', { words, runbook: 'uncounted-records', metric: set, threshold: 1, alarms: this.alarms });
    raiseAlarm(this, 'FiguresLate', { words, runbook: 'figures-late', metric: late, threshold: 60_000, alarms: this.alarms });
  }

  private makeOnTime(): void {
    const handler = this.makeLambda('OnTimeFunction', {
      entry: 'on-time',
      impact: 'messages in WeChat and reminders come late, and nobody is told of what is overdue; messages in the mini-program are there',
      timeoutSeconds: 300,
      folders: [objectFolders.files],
      sweeps: true,
    });
    new Clock(this, 'Clock', { handler, alarms: this.alarms });
  }

  /** Reads the audit and puts copies of it where no other function can; neither the secret nor anything else of the table is its own. */
  private makeAuditCopier(): void {
    const { stage, kept, alarms } = this;
    const { handler } = new AuditCopier(this, 'AuditCopier', { stage, kept, alarms });
    this.functions.AuditCopier = handler;
  }

  private makeLambda(id: string, { folders = [], sweeps = false, readsAuditCopies = false, ...props }: LambdaProps) {
    const { handler } = new OneLambda(this, id, {
      ...props,
      stage: this.stage,
      alarms: this.alarms,
      environment: {
        TABLE_NAME: this.kept.table.tableName,
        SECRET_ID: this.kept.secret.secretArn,
        STARTED: this.started.valueAsString,
        PUBLIC_ORIGIN: this.stage.publicOrigin,
        MESSAGE_TEMPLATES: JSON.stringify(this.stage.messageTemplates),
        OBJECTS_BASE: `https://${this.kept.objects.bucketRegionalDomainName}`,
        ...props.environment,
      },
    });
    this.functions[id] = handler;
    this.allow(handler, sweeps);
    this.keepAudit(handler, props.entry === 'on-change');
    if (folders.length) this.allowObjects(handler, folders);
    if (readsAuditCopies) this.allowAuditCopies(handler);
    return handler;
  }

  /** What was written into the audit stays: nobody changes or deletes it, and only the stream's consumer goes on with its chain. */
  private keepAudit(handler: IGrantable, isChaining: boolean): void {
    const deny = (actions: readonly string[], leading: readonly string[]): PolicyStatement =>
      new PolicyStatement({
        effect: Effect.DENY,
        actions: actions.map((action) => `dynamodb:${action}`),
        resources: [this.kept.table.tableArn],
        conditions: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': leading.map((start) => `${start}*`) } },
      });
    const { lines, chain, regions, copied } = auditPartitions;
    handler.grantPrincipal.addToPrincipalPolicy(deny(['UpdateItem', 'DeleteItem', 'BatchWriteItem'], [lines, chain, regions, copied]));
    handler.grantPrincipal.addToPrincipalPolicy(deny(['PutItem'], isChaining ? [copied] : [chain, regions, copied]));
  }

  private allow(handler: IGrantable, sweeps: boolean): void {
    const { table, key, secret } = this.kept;
    const actions = [...tableActions, ...(sweeps ? ['Scan'] : [])].map((action) => `dynamodb:${action}`);
    // `/index/*` are the indexes of this one table
    const resources = [table.tableArn, `${table.tableArn}/index/*`];
    handler.grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions, resources }));
    key.grantEncryptDecrypt(handler);
    // not `secret.grantRead`: it would write the function's role into the kept stack's key and tie the two in a circle
    handler.grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secret.secretArn] }));
  }

  private allowAuditCopies(handler: IGrantable): void {
    const { bucketArn } = this.kept.auditCopies;
    const reads = [
      new PolicyStatement({ actions: ['s3:GetObject'], resources: [`${bucketArn}/*`] }),
      new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucketArn] }),
    ];
    for (const statement of reads) handler.grantPrincipal.addToPrincipalPolicy(statement);
  }

  /** Reads and writes whole objects in these folders of the bucket, and nothing else of it. */
  private allowObjects(handler: IGrantable, folders: readonly string[]): void {
    const { bucketArn } = this.kept.objects;
    const resources = folders.map((folder) => `${bucketArn}/${folder}*`);
    handler.grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], resources }));
    // without it S3 answers 403 instead of 404 for an object that is not there
    handler.grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucketArn] }));
  }
}
