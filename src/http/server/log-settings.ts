import pino, { type DestinationStream, type LogFn, type Logger, type LoggerOptions } from 'pino';
import type { AppConfig } from '../../config/app-config';
import { forReading } from './log-for-reading';

/**
 * The log: one JSON object a line on standard error, so that standard output is left to what a person or a script
 * waits for at start; on a terminal, one line for reading. Requests are logged by `logRequests`, field by field;
 * nothing logs a request as it came.
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

/** Nest tells at info of every module and route at every start: that is for debugging. */
function withoutFrameworkChatter(this: Logger, args: Parameters<LogFn>, method: LogFn, level: number): void {
  const [first] = args as [unknown];
  const context =
    typeof first === 'object' && first !== null && 'context' in first ? String(first.context) : '';
  if (level === INFO && chatter.has(context) && !this.isLevelEnabled('debug')) return;
  method.apply(this, args);
}

/** In characters; with those of one cause, a line stays below 8 kB. */
const MAX_MESSAGE = 300;
const MAX_STACK = 1000;

/** Type, message and stack. A failed query carries its parameters, which may be personal: they stay out. */
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
