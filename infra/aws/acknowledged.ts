/** What cdk-nag's list of AWS solutions finds and why it is as it is. A finding that is not here fails the tests. */
export const acknowledged: readonly { readonly id: RegExp; readonly reason: string }[] = [
  {
    id: /^AwsSolutions-S1$/,
    reason: 'The bucket is reached by signed links of minutes and by functions, whose requests are logged; a log of the bucket would name files of persons.',
  },
  {
    id: /^AwsSolutions-SMG4$/,
    reason: 'AppSecret is changed in the console of WeChat, keys of fields by the recipe in docs/operations.md: nothing here can turn by itself.',
  },
  { id: /^AwsSolutions-IAM4\[.*AWSLambdaBasicExecutionRole\]$/, reason: 'Writes logs and nothing else.' },
  {
    id: /^AwsSolutions-IAM5\[Action::kms:(ReEncrypt|GenerateDataKey)\*\]$/,
    reason: 'KMS names the calls of one purpose in families; the resource is the one key.',
  },
  {
    id: /^AwsSolutions-IAM5\[Resource::.*\/(index|incoming|files|search)\/\*\]$/,
    reason: 'The indexes of the one table; whole folders of the one bucket, because keys are made at run time.',
  },
  {
    id: /^AwsSolutions-IAM5\[Resource::.*AuditCopies.*\/\*\]$/,
    reason: 'The bucket of the copies holds nothing else; copies are named by region and number as they come.',
  },
  { id: /^AwsSolutions-IAM5\[Resource::\*\]$/, reason: 'Listing streams and sending traces are not offered for a single resource.' },
  {
    id: /^AwsSolutions-APIG4$/,
    reason: 'Sessions are our own and checked in the function; an authorizer would add a trip, and in China needs the same ICP filing.',
  },
  { id: /^AwsSolutions-SQS3$/, reason: 'These queues are dead letters themselves.' },
];
