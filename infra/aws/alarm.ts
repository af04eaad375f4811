import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

interface AlarmWords {
  /** Who is hurt and how, in plain words. */
  readonly words: string;
  /** A page of docs/runbooks, without its ending. */
  readonly runbook: string;
  readonly metric: IMetric;
  readonly threshold: number;
  /** Of so many periods in a row ... */
  readonly periods?: number;
  /** ... so many must be bad. */
  readonly bad?: number;
  readonly alarms: ITopic;
}

/** The only way to make an alarm: somebody hears it, and it says which page to open. */
export function raiseAlarm(scope: Construct, id: string, { words, runbook, metric, threshold, periods = 1, bad = periods, alarms }: AlarmWords): Alarm {
  const alarm = new Alarm(scope, id, {
    alarmDescription: `${words}. What to do: docs/runbooks/${runbook}.md`,
    metric,
    threshold,
    evaluationPeriods: periods,
    datapointsToAlarm: bad,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  alarm.addAlarmAction(new SnsAction(alarms));
  return alarm;
}
