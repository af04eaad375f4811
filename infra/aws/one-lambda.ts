import path from 'node:path';
import { Duration } from 'aws-cdk-lib';
import { Architecture, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { type BundlingOptions, NodejsFunction, OutputFormat, SourceMapMode } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { raiseAlarm } from './alarm.ts';
import { banner, leftOut, root } from './bundle.ts';
import { logsOf } from './logs.ts';
import type { Stage } from './stages.ts';

export interface OneLambdaProps {
  readonly stage: Stage;
  /** File in functions/src, without its ending. */
  readonly entry: string;
  /** Who is hurt when it fails; shown in the console beside the function and in its alarm. */
  readonly impact: string;
  readonly environment: Record<string, string>;
  readonly alarms: ITopic;
  readonly memoryMb?: number;
  readonly timeoutSeconds?: number;
  /** Files the function opens at run time, relative to the root of the project; they land in `files/` beside its code. */
  readonly files?: readonly string[];
  /** No more of it run at the same time. */
  readonly mostAtOnce?: number;
}

/** The only way to make a Lambda: with its logs, its alarm and a word on who is hurt when it fails. */
export class OneLambda extends Construct {
  readonly handler: NodejsFunction;

  constructor(scope: Construct, id: string, props: OneLambdaProps) {
    super(scope, id);
    const { stage } = props;
    const logGroup = new LogGroup(this, 'Logs', logsOf(stage.isKept));
    this.handler = new NodejsFunction(this, 'Handler', {
      description: `If it fails: ${props.impact}`,
      entry: path.join(root, `functions/src/${props.entry}.ts`),
      handler: 'handler',
      projectRoot: root,
      depsLockFilePath: path.join(root, 'package-lock.json'),
      runtime: Runtime.NODEJS_24_X,
      architecture: stage.architecture === 'arm64' ? Architecture.ARM_64 : Architecture.X86_64,
      memorySize: props.memoryMb ?? 512,
      timeout: Duration.seconds(props.timeoutSeconds ?? 10),
      tracing: stage.isTraced ? Tracing.ACTIVE : Tracing.DISABLED,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      environment: { NODE_OPTIONS: '--enable-source-maps', STAGE: stage.name, ...props.environment },
      bundling: bundling(props.files ?? []),
      ...(props.mostAtOnce ? { reservedConcurrentExecutions: props.mostAtOnce } : {}),
    });
    raiseAlarm(this, 'Errors', {
      words: props.impact,
      runbook: `${props.entry}-errors`,
      metric: this.handler.metricErrors({ period: Duration.minutes(1) }),
      threshold: 1,
      alarms: props.alarms,
    });
  }
}

/** ESM with the SDK inside: smaller and quicker to start than the runtime's own copy. */
function bundling(files: readonly string[]): BundlingOptions {
  return {
    format: OutputFormat.ESM,
    mainFields: ['module', 'main'],
    minify: true,
    target: 'node24',
    sourceMap: true,
    sourceMapMode: SourceMapMode.DEFAULT,
    externalModules: [],
    bundleAwsSDK: true,
    // Chinese stays escaped, as esbuild has it: a source of single bytes is read faster than a shorter one
    esbuildArgs: {
      '--legal-comments': 'none',
      ...Object.fromEntries(Object.entries(leftOut).map(([from, to]) => [`--alias:${from}`, to])),
    },
    banner,
    forceDockerBundling: false,
    commandHooks: {
      beforeInstall: () => [],
      beforeBundling: () => [],
      afterBundling: (inputDir, outputDir) => copyCommands(files, inputDir, outputDir),
    },
  };
}

function copyCommands(files: readonly string[], from: string, to: string): string[] {
  if (files.length === 0) return [];
  return [`mkdir -p "${to}/files"`, ...files.map((file) => `cp -R "${from}/${file}" "${to}/files/"`)];
}
