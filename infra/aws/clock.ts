import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { raiseAlarm } from './alarm.ts';

interface ClockProps {
  readonly handler: Lambda;
  readonly alarms: ITopic;
}

/** Strikes every minute; how often a duty is done is the duty's own word. A stroke that is missed is made good by the next one. */
export class Clock extends Construct {
  constructor(scope: Construct, id: string, { handler, alarms }: ClockProps) {
    super(scope, id);
    const missed = new Queue(this, 'Missed', { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: Duration.days(14) });
    const maxEventAge = Duration.minutes(5);
    handler.configureAsyncInvoke({ retryAttempts: 0, maxEventAge, onFailure: new SqsDestination(missed) });
    new Rule(this, 'EveryMinute', {
      description: 'Strikes the minutes for what is done by the clock',
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaFunction(handler, { deadLetterQueue: missed, maxEventAge, retryAttempts: 2 })],
    });
    raiseAlarm(this, 'StrokesMissed', {
      words: 'What is done by the clock was left undone',
      runbook: 'strokes-missed',
      metric: missed.metricApproximateNumberOfMessagesVisible(),
      threshold: 1,
      alarms,
    });
    raiseAlarm(this, 'MessagesLaidAside', {
      words: 'WeChat takes our messages no more: officers of the city see why under 消息发送',
      runbook: 'messages-laid-aside',
      metric: countedLines(this, 'LaidAside', handler, 'wechat_dead'),
      threshold: 1,
      alarms,
    });
    raiseAlarm(this, 'FiguresDiffer', {
      words: 'Live figures of a fair differ from the items they count, as the recount of the night found',
      runbook: 'figures-differ',
      metric: countedLines(this, 'Differing', handler, 'figures_differ'),
      threshold: 1,
      alarms,
    });
  }
}

const metricNames = { wechat_dead: 'WechatMessagesLaidAside', figures_differ: 'FairsWhoseFiguresDiffer' } as const;

/** What went wrong by the clock, counted from the line that is written for each: a message laid aside, a fair whose figures differ. */
function countedLines(scope: Construct, id: string, { logGroup }: Lambda, term: keyof typeof metricNames): ReturnType<MetricFilter['metric']> {
  const filter = new MetricFilter(scope, id, {
    logGroup,
    filterPattern: FilterPattern.anyTerm(term),
    metricNamespace: 'Shanhai',
    metricName: metricNames[term],
    metricValue: '1',
  });
  return filter.metric({ statistic: 'Sum', period: Duration.minutes(5) });
}
