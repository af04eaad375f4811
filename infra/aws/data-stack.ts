import { attributes, auditKeptDays, indexes, objectFolders } from '@shanhai/functions/src/table/layout.ts';
import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps, Tags } from 'aws-cdk-lib';
import { AttributeType, Billing, StreamViewType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods, ObjectLockRetention, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { Stage } from './stages.ts';

interface DataStackProps extends StackProps {
  readonly stage: Stage;
}

/** What is kept whatever happens to the rest: the table, the objects, their key, the secrets. */
export class DataStack extends Stack {
  readonly key: Key;
  readonly table: TableV2;
  readonly objects: Bucket;
  readonly auditCopies: Bucket;
  readonly secret: Secret;

  constructor(scope: Construct, id: string, { stage, ...props }: DataStackProps) {
    super(scope, id, { ...props, description: `Shanhai ${stage.name}: table, objects, key and secrets`, terminationProtection: stage.isKept });
    this.key = new Key(this, 'Key', {
      description: 'Encrypts the personal data of workers and the secrets',
      enableKeyRotation: true,
      removalPolicy: fateOf(stage),
    });
    this.table = makeTable(this, this.key, stage);
    this.objects = makeObjects(this, this.key, stage);
    this.auditCopies = makeAuditCopies(this, stage);
    this.secret = makeSecret(this, this.key, stage);
    // what the engineer is asked for by the commands, and where the keys are filled in
    new CfnOutput(this, 'KeptTable', { value: this.table.tableName });
    new CfnOutput(this, 'KeptSecret', { value: this.secret.secretName });
    Tags.of(this).add('system', 'shanhai');
    Tags.of(this).add('stage', stage.name);
  }
}

/** A stage that is thrown away leaves nothing behind. */
const fateOf = ({ isKept }: Stage): RemovalPolicy => (isKept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
/** A bucket goes only when it is empty: one that is thrown away is emptied first. */
const fateOfBucket = (stage: Stage) => ({ removalPolicy: fateOf(stage), autoDeleteObjects: !stage.isKept });

const text = (name: string) => ({ name, type: AttributeType.STRING });

function makeTable(scope: Construct, key: Key, stage: Stage): TableV2 {
  return new TableV2(scope, 'Table', {
    partitionKey: text(attributes.pk),
    sortKey: text(attributes.sk),
    globalSecondaryIndexes: indexes.map((index) => ({
      indexName: index.name,
      partitionKey: text(index.pk),
      sortKey: text(index.sk),
    })),
    timeToLiveAttribute: attributes.expires,
    billing: Billing.onDemand(),
    dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
    encryption: TableEncryptionV2.customerManagedKey(key),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: stage.isKept,
    removalPolicy: fateOf(stage),
  });
}

/**
 * Photographs of papers and snapshots. Phones and browsers reach single objects through links signed for minutes; nothing is public.
 * What was uploaded and never finished goes after a day; what was replaced or deleted is gone for good after 30.
 */
function makeObjects(scope: Construct, key: Key, stage: Stage): Bucket {
  return new Bucket(scope, 'Objects', {
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: true,
    cors: [
      {
        allowedOrigins: [stage.publicOrigin],
        allowedMethods: [HttpMethods.GET, HttpMethods.PUT],
        allowedHeaders: ['content-type'],
        exposedHeaders: ['ETag'],
        maxAge: 3600,
      },
    ],
    lifecycleRules: [
      { id: 'unfinished', prefix: objectFolders.incoming, expiration: Duration.days(1), noncurrentVersionExpiration: Duration.days(1) },
      { id: 'replaced', noncurrentVersionExpiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
    ...fateOfBucket(stage),
  });
}

/**
 * The audit, copied by a function that can only put. Each object is locked for three years, also against the administrator of the
 * account; its key is S3's own, so that whoever shuts the key of the data cannot make the proof unreadable. It holds ids, no names.
 * The lock of a stage that is thrown away is not set, or the bucket could not go.
 */
function makeAuditCopies(scope: Construct, stage: Stage): Bucket {
  return new Bucket(scope, 'AuditCopies', {
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: true,
    objectLockEnabled: true,
    ...(stage.isKept ? { objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(auditKeptDays)) } : {}),
    lifecycleRules: [{ id: 'over', expiration: Duration.days(auditKeptDays + 4), noncurrentVersionExpiration: Duration.days(1) }],
    ...fateOfBucket(stage),
  });
}

/** The session key is made here; the WeChat account and the keys of printed codes and of sealed fields are filled in once by the owner. */
function makeSecret(scope: Construct, key: Key, stage: Stage): Secret {
  return new Secret(scope, 'Secrets', {
    description:
      'JSON: sessionKey, codeKeys {id: base64}, fieldKeys {id: base64 of 32 bytes}, blindKey, wechatAppId, wechatSecret, wechatPushToken, wechatPushKey',
    encryptionKey: key,
    generateSecretString: {
      secretStringTemplate: JSON.stringify({
        codeKeys: {},
        fieldKeys: {},
        blindKey: '',
        wechatAppId: '',
        wechatSecret: '',
        wechatPushToken: '',
        wechatPushKey: '',
      }),
      generateStringKey: 'sessionKey',
      // 44 letters and digits are valid base64 of 33 bytes
      passwordLength: 44,
      excludePunctuation: true,
    },
    removalPolicy: fateOf(stage),
  });
}
