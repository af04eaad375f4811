import { Duration } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { FilterCriteria, FilterRule, type Function as Lambda, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { raiseAlarm } from './alarm.ts';

interface OpeningsFeedProps {
  readonly handler: Lambda;
  readonly table: ITable;
  readonly alarms: ITopic;
}

/** Items of this kind, by the beginning of their key. */
const itemsOf = (kind: string) =>
  FilterCriteria.filter({ dynamodb: { Keys: { pk: { S: FilterRule.beginsWith(kind) }, sk: { S: FilterRule.isEqual('META') } } } });

/** What changes of openings and employers goes to the index of the search at once; once a day the index is built anew. */
export class OpeningsFeed extends Construct {
  constructor(scope: Construct, id: string, { handler, table, alarms }: OpeningsFeedProps) {
    super(scope, id);
    handler.addEventSource(
      new DynamoEventSource(table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 500,
        maxBatchingWindow: Duration.seconds(0),
        // a record that cannot be read is passed over by the function itself; all other trouble is the bucket's and passes
        retryAttempts: 10_000,
        maxRecordAge: Duration.hours(23),
        filters: [itemsOf('J#'), itemsOf('E#')],
      }),
    );
    new Rule(this, 'Daily', {
      description: 'Has the index of openings built anew from the table',
      schedule: Schedule.rate(Duration.days(1)),
      targets: [new LambdaFunction(handler, { retryAttempts: 2 })],
    });
    raiseAlarm(this, 'IndexLate', {
      words: 'The search shows openings as they were some minutes ago',
      runbook: 'index-late',
      metric: handler.metric('IteratorAge', { statistic: 'Maximum', period: Duration.minutes(1) }),
      threshold: 60_000,
      alarms,
    });
  }
}
