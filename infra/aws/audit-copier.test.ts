import { beforeAll, describe, expect, test } from 'vitest';
import { readPlan } from '../local/template.ts';
import { readTemplates, type Template } from './build-app.ts';
import { ofType, propertiesOf, type Statement } from './in-template.ts';
import { type Stage, stages } from './stages.ts';

describe.each(stages.map((stage): [string, Stage] => [`${stage.name} in ${stage.region}`, stage]))('%s', (_, stage) => {
  let data: Template;
  let service: Template;
  beforeAll(() => {
    ({ data, service } = readTemplates(stage));
  });

  test('the audit is copied to a locked bucket by a function that can only put, and no other can', () => {
    const policies = new Map(
      ofType(service, 'AWS::IAM::Policy').map(([id, { Properties }]) => [id, (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement] as const),
    );
    const onCopies = ([id, statements]: [string, Statement[]]) =>
      statements
        .filter(({ Resource }) => JSON.stringify(Resource).includes('AuditCopies'))
        .map(({ Action }) => [id.replace(/Handler.*|Copier.*$/, ''), Action]);
    expect([...policies].flatMap(onCopies).sort()).toEqual([
      ['Audit', 's3:PutObject'],
      ['DeskFunction', 's3:GetObject'],
      ['DeskFunction', 's3:ListBucket'],
    ]);
    const [, copier = []] = [...policies].find(([id]) => id.startsWith('AuditCopier')) ?? [];
    const ofTable = copier.filter(({ Action }) => [Action].flat().some((action) => action.startsWith('dynamodb:')));
    expect(ofTable.map(({ Action, Condition }) => [[Action].flat(), JSON.stringify(Condition)])).toEqual([
      [['dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:BatchGetItem'], expect.stringContaining('"A#*","AC#*","ACR#*","AX#*"')],
      [['dynamodb:PutItem'], expect.stringMatching(/"dynamodb:LeadingKeys":\["AX#\*"\]/)],
    ]);
    expect(JSON.stringify(copier)).not.toContain('secretsmanager');
    expect(readPlan(stage).schedules).toContainEqual({ target: 'AuditCopier', everyMs: 3_600_000 });
  });

  test('the copies of the audit are in versions and locked for three years where the stage is kept', () => {
    const [, bucket] = ofType(data, 'AWS::S3::Bucket').find(([id]) => id.startsWith('AuditCopies')) ?? [];
    expect(bucket).toMatchObject({
      DeletionPolicy: stage.isKept ? 'Retain' : 'Delete',
      Properties: {
        ObjectLockEnabled: true,
        VersioningConfiguration: { Status: 'Enabled' },
        PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
      },
    });
    const lock = bucket?.Properties['ObjectLockConfiguration'];
    if (stage.isKept) expect(lock).toMatchObject({ Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 1096 } } });
    else expect(lock).toBeUndefined();
  });

  test('a stage that is thrown away empties its buckets first; one that is kept has nothing that could', () => {
    const emptied = propertiesOf(data, 'Custom::S3AutoDeleteObjects').map(({ BucketName }) => JSON.stringify(BucketName));
    expect(emptied).toHaveLength(stage.isKept ? 0 : ofType(data, 'AWS::S3::Bucket').length);
    expect(propertiesOf(data, 'AWS::Lambda::Function')).toHaveLength(stage.isKept ? 0 : 1);
  });
});
