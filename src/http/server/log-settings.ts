import pino, { type DestinationStream, type LogFn, type Logger, type LoggerOptions } from 'pino';
import type { AppConfig } from '../../config/app-config';
import { forReading } from './log-for-reading';

/**
 * The log: one JSON object per line on standard error, so that standard output is free for what a person or a script
 * waits for at start; on a terminal, one readable line. `logRequests` logs requests field by field; no request is logged
 * as it was received.
 */
export function logSettings(
  { logLevel, logFormat }: Pick<AppConfig, 'logLevel' | 'logFormat'>,
  output: DestinationStream,
): [LoggerOptions & { autoLogging: false }, DestinationStream] {
  return [
    {
      level: logLevel,
      autoLogging: false,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: label => ({ level: label }) },
      serializers: { err: (error: unknown) => shortError(error) },
      hooks: { logMethod: withoutFrameworkChatter },
    },
    logFormat === 'pretty' ? forReading(output) : output,
  ];
}

const chatter = new Set([
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestFactory',
  'NestApplication',
]);
const INFO = 30;

/** Nest logs every module and route at level info at every start, which is only useful for debugging. */
function withoutFrameworkChatter(this: Logger, args: Parameters<LogFn>, method: LogFn, level: number): void {
  const [first] = args as [unknown];
  const context =
    typeof first === 'object' && first !== null && 'context' in first ? String(first.context) : '';
  if (level === INFO && chatter.has(context) && !this.isLevelEnabled('debug')) return;
  method.apply(this, args);
}

/** In characters. A line with an error and its cause stays below 8 kB. */
const MAX_MESSAGE = 300;
const MAX_STACK = 1000;

/** Type, message and stack. The parameters of a failed query are left out, because they may be personal data. */
function shortError(error: unknown, isCause = false): object {
  if (typeof error !== 'object' || error === null) return { message: String(error).slice(0, MAX_MESSAGE) };
  const { name, message, stack, cause } = error as Partial<Error>;
  return {
    type: name,
    message: message?.slice(0, MAX_MESSAGE),
    stack: stack?.slice(0, MAX_STACK),
    ...(cause !== undefined && !isCause && { cause: shortError(cause, true) }),
  };
}
