import { auditPartitions } from '@shanhai/functions/src/table/layout.ts';
import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { DataStack } from './data-stack.ts';
import { OneLambda } from './one-lambda.ts';
import type { Stage } from './stages.ts';

interface AuditCopierProps {
  readonly stage: Stage;
  readonly kept: DataStack;
  readonly alarms: ITopic;
}

export const auditCopiesBase = ({ auditCopies }: DataStack): string => `https://${auditCopies.bucketRegionalDomainName}`;

/** Every hour copies what the chain of the audit grew by. Of the bucket it may put and nothing else; of the table it reads the audit and notes how far it came. */
export class AuditCopier extends Construct {
  readonly handler: Lambda;

  constructor(scope: Construct, id: string, { stage, kept, alarms }: AuditCopierProps) {
    super(scope, id);
    const { table, auditCopies, key } = kept;
    const { handler } = new OneLambda(this, 'Copier', {
      stage,
      entry: 'copy-audit',
      impact: 'the audit is in the table only, where an administrator could change it; nobody is kept waiting',
      environment: { TABLE_NAME: table.tableName, PUBLIC_ORIGIN: stage.publicOrigin, AUDIT_COPIES_BASE: auditCopiesBase(kept) },
      timeoutSeconds: 300,
      alarms,
    });
    this.handler = handler;
    const { lines, chain, regions, copied } = auditPartitions;
    const ofTable = (actions: readonly string[], leading: readonly string[]): PolicyStatement =>
      new PolicyStatement({
        actions: actions.map((action) => `dynamodb:${action}`),
        resources: [table.tableArn],
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': leading.map((start) => `${start}*`) } },
      });
    const allowed = [
      ofTable(['Query', 'GetItem', 'BatchGetItem'], [lines, chain, regions, copied]),
      ofTable(['PutItem'], [copied]),
      new PolicyStatement({ actions: ['s3:PutObject'], resources: [`${auditCopies.bucketArn}/*`] }),
    ];
    for (const statement of allowed) handler.addToRolePolicy(statement);
    key.grantEncryptDecrypt(handler);
    new Rule(this, 'Hourly', {
      description: 'Has the audit copied to where nobody can change it',
      schedule: Schedule.rate(Duration.hours(1)),
      targets: [new LambdaFunction(handler, { retryAttempts: 2 })],
    });
  }
}
