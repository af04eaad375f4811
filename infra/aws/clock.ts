import { Duration } from 'aws-cdk-lib';
import { Alarm, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

interface ClockProps {
  readonly handler: Lambda;
  readonly alarms: ITopic;
}

/** Strikes every minute; how often a duty is done is the duty's own word. A stroke that is missed is made good by the next one. */
export class Clock extends Construct {
  private readonly alarms: ITopic;

  constructor(scope: Construct, id: string, { handler, alarms }: ClockProps) {
    super(scope, id);
    this.alarms = alarms;
    const missed = new Queue(this, 'Missed', { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: Duration.days(14) });
    const maxEventAge = Duration.minutes(5);
    handler.configureAsyncInvoke({ retryAttempts: 0, maxEventAge, onFailure: new SqsDestination(missed) });
    new Rule(this, 'EveryMinute', {
      description: 'Strikes the minutes for what is done by the clock',
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaFunction(handler, { deadLetterQueue: missed, maxEventAge, retryAttempts: 2 })],
    });
    this.raiseAlarm('StrokesMissed', 'What is done by the clock was left undone', missed.metricApproximateNumberOfMessagesVisible());
    this.raiseAlarm('MessagesLaidAside', 'WeChat takes our messages no more: officers of the city see why under 消息发送', deadMessages(this, handler));
  }

  private raiseAlarm(id: string, alarmDescription: string, metric: ReturnType<Queue['metric']>): void {
    const alarm = new Alarm(this, id, { alarmDescription, metric, threshold: 1, evaluationPeriods: 1, treatMissingData: TreatMissingData.NOT_BREACHING });
    alarm.addAlarmAction(new SnsAction(this.alarms));
  }
}

/** Messages that the sender laid aside, counted from the line it writes for each. */
function deadMessages(scope: Construct, { logGroup }: Lambda): ReturnType<MetricFilter['metric']> {
  const filter = new MetricFilter(scope, 'LaidAside', {
    logGroup,
    filterPattern: FilterPattern.anyTerm('wechat_dead'),
    metricNamespace: 'Shanhai',
    metricName: 'WechatMessagesLaidAside',
    metricValue: '1',
  });
  return filter.metric({ statistic: 'Sum', period: Duration.minutes(5) });
}
