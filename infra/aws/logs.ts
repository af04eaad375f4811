import { RemovalPolicy } from 'aws-cdk-lib';
import { type LogGroupProps, RetentionDays } from 'aws-cdk-lib/aws-logs';

/**
 * Logs are kept for six months at least, and 180 days are not six months; a stage that is kept keeps them when a stack is taken
 * away. 〔网络安全法（2025 年修正）§23(3)：留存相关的网络日志不少于六个月〕
 */
export const logsOf = (isKept: boolean): LogGroupProps => ({
  retention: RetentionDays.ONE_YEAR,
  removalPolicy: isKept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
});
