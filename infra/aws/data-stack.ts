import { attributes, indexes } from '@shanhai/functions/src/table/layout.ts';
import { RemovalPolicy, Stack, type StackProps, Tags } from 'aws-cdk-lib';
import { AttributeType, Billing, StreamViewType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { Stage } from './stages.ts';

interface DataStackProps extends StackProps {
  readonly stage: Stage;
}

/** What is kept whatever happens to the rest: the table, its key, the secrets. */
export class DataStack extends Stack {
  readonly key: Key;
  readonly table: TableV2;
  readonly secret: Secret;

  constructor(scope: Construct, id: string, { stage, ...props }: DataStackProps) {
    super(scope, id, { ...props, description: `Shanhai ${stage.name}: table, key and secrets`, terminationProtection: true });
    this.key = new Key(this, 'Key', {
      description: 'Encrypts the personal data of workers and the secrets',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.table = makeTable(this, this.key);
    this.secret = makeSecret(this, this.key);
    Tags.of(this).add('system', 'shanhai');
    Tags.of(this).add('stage', stage.name);
  }
}

const text = (name: string) => ({ name, type: AttributeType.STRING });

function makeTable(scope: Construct, key: Key): TableV2 {
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
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

/** The session key is made here; the WeChat account and the keys of printed codes are filled in once by the owner. */
function makeSecret(scope: Construct, key: Key): Secret {
  return new Secret(scope, 'Secrets', {
    description: 'JSON: sessionKey, codeKeys {id: base64}, wechatAppId, wechatSecret',
    encryptionKey: key,
    generateSecretString: {
      secretStringTemplate: JSON.stringify({ codeKeys: {}, wechatAppId: '', wechatSecret: '' }),
      generateStringKey: 'sessionKey',
      // 44 letters and digits are valid base64 of 33 bytes
      passwordLength: 44,
      excludePunctuation: true,
    },
    removalPolicy: RemovalPolicy.RETAIN,
  });
}
