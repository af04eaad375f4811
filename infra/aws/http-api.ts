import { type RouteName, routes, type Server, serverOf } from '@shanhai/shared/routes.ts';
import { Duration } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { CfnRoute, type CfnStage, HttpApi, type HttpMethod, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { raiseAlarm } from './alarm.ts';
import { logsOf } from './logs.ts';
import { routeThrottles, usual } from './throttles.ts';

export interface RoutedApiProps {
  /** What answers: each address is served by one of these. */
  readonly servers: Readonly<Record<Server, IFunction>>;
  /** What answers browsers: the pages themselves. */
  readonly pages: IFunction;
  readonly alarms: ITopic;
  readonly isKept: boolean;
}

/** Who reached which address and when; never the path itself, in which ids stand. 〔网络安全法 §23(3)：网络日志〕 */
const accessLine = {
  requestId: '$context.requestId',
  from: '$context.identity.sourceIp',
  at: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  millis: '$context.responseLatency',
};

/** Every address that is not one of the API's, which go first as they are said more exactly. */
export const pageRoutes = ['/', '/{file+}'] as const;

/** shared/routes.ts as an HTTP API: one API Gateway route per address, each leading to the function that serves it. */
export class RoutedApi extends Construct {
  readonly http: HttpApi;

  constructor(scope: Construct, id: string, props: RoutedApiProps) {
    super(scope, id);
    // the stage that comes by default has neither throttling nor access logs
    this.http = new HttpApi(this, 'Http', { createDefaultStage: false });
    this.addRoutes(props);
    this.addStage(props.isKept);
    raiseAlarm(this, 'ServerErrors', {
      words: 'People at a fair get an error instead of an answer',
      runbook: 'server-errors',
      metric: this.http.metricServerError({ period: Duration.minutes(5) }),
      threshold: 5,
      alarms: props.alarms,
    });
  }

  private addStage(isKept: boolean): void {
    const accessLogs = new LogGroup(this, 'AccessLogs', logsOf(isKept));
    // `$default` keeps the stage's name out of the paths the functions see
    const live = this.http.addStage('Live', {
      stageName: '$default',
      autoDeploy: true,
      throttle: usual,
      accessLogSettings: { destination: new LogGroupLogDestination(accessLogs), format: AccessLogFormat.custom(JSON.stringify(accessLine)) },
    });
    const stage = live.node.defaultChild as CfnStage;
    const settings = Object.entries(routeThrottles()).map(([address, { rateLimit, burstLimit }]) => [
      address,
      { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit },
    ]);
    stage.routeSettings = Object.fromEntries(settings);
    // a limit can only be said of an address that is there
    const known = new Set(settings.map(([address]) => address));
    for (const route of this.http.node.findAll()) if (route instanceof CfnRoute && known.has(route.routeKey)) stage.addResourceDependency(route);
  }

  private addRoutes({ servers, pages }: RoutedApiProps): void {
    // one permission for the whole API: one per route would outgrow the 20 KB of a function's policy
    const whole = { scopePermissionToRoute: false };
    const to: Record<Server, HttpLambdaIntegration> = {
      api: new HttpLambdaIntegration('ToApi', servers.api, whole),
      desk: new HttpLambdaIntegration('ToDesk', servers.desk, whole),
      fair: new HttpLambdaIntegration('ToFair', servers.fair, whole),
      paper: new HttpLambdaIntegration('ToPaper', servers.paper, whole),
      search: new HttpLambdaIntegration('ToSearch', servers.search, whole),
    };
    for (const [name, address] of Object.entries(routes) as [RouteName, string][]) {
      const [method, path] = address.split(' ') as [HttpMethod, string];
      this.http.addRoutes({ path, methods: [method], integration: to[serverOf(name)] });
    }
    const integration = new HttpLambdaIntegration('ToPages', pages, whole);
    for (const path of pageRoutes) this.http.addRoutes({ path, methods: ['GET' as HttpMethod], integration });
  }
}
