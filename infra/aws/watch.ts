import { CfnCondition, CfnParameter, Duration, Fn, type Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { type Alarm, AlarmStatusWidget, Dashboard, GraphWidget, type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { CfnSubscription, type ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { raiseAlarm } from './alarm.ts';
import type { Stage } from './stages.ts';

interface WatchProps {
  readonly stage: Stage;
  readonly http: HttpApi;
  readonly table: ITable;
  readonly functions: Readonly<Record<string, Lambda>>;
  readonly alarms: ITopic;
}

const minute = Duration.minutes(1);

/** What the functions count of themselves in their logs; see functions/src/http/log.ts. */
const counted = (metricName: string, label: string, statistic = 'Sum'): Metric =>
  new Metric({ namespace: 'Shanhai', metricName, dimensionsMap: { function: 'all' }, label, statistic, period: minute });

/** What people wait for; one function at a time writes the index, and the stream comes again by itself. */
const waitedFor = {
  gates: 'ApiFunction',
  booths: 'FairFunction',
  desks: 'DeskFunction',
  papers: 'PaperFunction',
  searches: 'SearchFunction',
  pages: 'PagesFunction',
};

/** Calls that were refused because too many ran at once. */
function sentAway(functions: WatchProps['functions']): IMetric {
  const usingMetrics = Object.fromEntries(
    Object.entries(waitedFor).map(([word, name]) => [word, functions[name]?.metricThrottles({ period: minute }) as IMetric]),
  );
  return new MathExpression({ expression: Object.keys(usingMetrics).join(' + '), usingMetrics, period: minute });
}

/** What nobody looks at until somebody is hurt: alarms over the whole, a dashboard, an address that is told, a budget. */
export class Watch extends Construct {
  constructor(stack: Stack, id: string, props: WatchProps) {
    super(stack, id);
    this.raiseAlarms(props);
    this.draw(stack, props);
    tellSomebody(stack, props.alarms);
    if (props.stage.hasBudgets) limitCosts(stack, props.stage);
  }

  private raiseAlarms({ http, table, functions, alarms }: WatchProps): void {
    raiseAlarm(this, 'Slow', {
      words: 'People wait two seconds and more for an answer',
      runbook: 'slow-answers',
      metric: http.metricLatency({ statistic: 'p95', period: minute }),
      threshold: 2000,
      periods: 10,
      bad: 8,
      alarms,
    });
    raiseAlarm(this, 'TableThrottled', {
      words: 'The table refuses work: check-ins and answers are late or have to be tried again',
      runbook: 'table-throttled',
      metric: counted('throttled', 'refused by the table'),
      threshold: 10,
      periods: 3,
      bad: 2,
      alarms,
    });
    raiseAlarm(this, 'FunctionsThrottled', {
      words: 'More people come than functions may run at the same time, and some are sent away',
      runbook: 'functions-throttled',
      metric: sentAway(functions),
      threshold: 1,
      alarms,
    });
    raiseAlarm(this, 'TableErrors', {
      words: 'DynamoDB itself answers with errors',
      runbook: 'table-errors',
      metric: new Metric({
        namespace: 'AWS/DynamoDB',
        metricName: 'SystemErrors',
        dimensionsMap: { TableName: table.tableName, Operation: 'Query' },
        statistic: 'Sum',
        period: minute,
      }),
      threshold: 5,
      periods: 3,
      bad: 2,
      alarms,
    });
  }

  private draw(stack: Stack, { stage, http, table, functions }: WatchProps): void {
    const all = Object.entries(functions);
    const of = (pick: (one: Lambda, label: string) => IMetric): IMetric[] => all.map(([name, one]) => pick(one, name));
    const graph = (title: string, left: IMetric[], right: IMetric[] = []) => new GraphWidget({ title, left, right, width: 8, height: 6 });
    const units = (name: string) => table.metric(name, { statistic: 'Sum', period: minute });
    const alarms = stack.node.findAll().filter((child) => child.constructor.name === 'Alarm') as Alarm[];
    new Dashboard(this, 'Dashboard', {
      dashboardName: `shanhai-${stage.name}`,
      widgets: [
        [new AlarmStatusWidget({ title: 'Alarms', alarms, width: 24, height: 4 })],
        [
          graph('Requests', [http.metricCount({ period: minute })], [http.metricClientError({ period: minute }), http.metricServerError({ period: minute })]),
          graph('How long people wait', [http.metricLatency({ statistic: 'p50', period: minute }), http.metricLatency({ statistic: 'p95', period: minute })]),
          graph('Refusals', [counted('refused', 'refusals'), counted('throttled', 'refused by the table')]),
        ],
        [
          graph(
            'Errors',
            of((one, label) => one.metricErrors({ period: minute, label })),
          ),
          graph(
            'Running at once',
            of((one, label) => one.metric('ConcurrentExecutions', { statistic: 'Maximum', period: minute, label })),
          ),
          graph(
            'Duration p95',
            of((one, label) => one.metricDuration({ statistic: 'p95', period: minute, label })),
          ),
        ],
        [
          graph('Units of the table', [units('ConsumedReadCapacityUnits'), units('ConsumedWriteCapacityUnits')]),
          graph('Units by requests', [counted('reads', 'reads'), counted('writes', 'writes')]),
          graph('How late figures are', of((one, label) => one.metric('IteratorAge', { statistic: 'Maximum', period: minute, label })).slice(-3)),
        ],
      ],
    });
  }
}

/** Alarms go to one address of mail; more are added in the console. */
function tellSomebody(stack: Stack, alarms: ITopic): void {
  const email = new CfnParameter(stack, 'AlarmEmail', { default: '', description: 'Mail address that hears alarms; empty for none' });
  const isNamed = new CfnCondition(stack, 'HasAlarmEmail', { expression: Fn.conditionNot(Fn.conditionEquals(email.valueAsString, '')) });
  const subscription = new CfnSubscription(stack, 'AlarmMail', { topicArn: alarms.topicArn, protocol: 'email', endpoint: email.valueAsString });
  subscription.cfnOptions.condition = isNamed;
}

/** Says when a month becomes dearer than thought, at 80 and 100 of a hundred. */
function limitCosts(stack: Stack, stage: Stage): void {
  const amount = new CfnParameter(stack, 'MonthlyBudget', { type: 'Number', default: 0, description: 'Budget of a month in US dollars; 0 for none' });
  const email = stack.node.findChild('AlarmEmail') as CfnParameter;
  const isSet = new CfnCondition(stack, 'HasBudget', {
    expression: Fn.conditionAnd(Fn.conditionNot(Fn.conditionEquals(amount.valueAsString, '0')), Fn.conditionNot(Fn.conditionEquals(email.valueAsString, ''))),
  });
  const budget = new CfnBudget(stack, 'Budget', {
    budget: {
      budgetName: `shanhai-${stage.name}`,
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      budgetLimit: { amount: amount.valueAsNumber, unit: 'USD' },
    },
    notificationsWithSubscribers: [80, 100].map((threshold) => ({
      notification: { comparisonOperator: 'GREATER_THAN', notificationType: 'ACTUAL', threshold, thresholdType: 'PERCENTAGE' },
      subscribers: [{ subscriptionType: 'EMAIL', address: email.valueAsString }],
    })),
  });
  budget.cfnOptions.condition = isSet;
}
