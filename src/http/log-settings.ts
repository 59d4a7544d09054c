import pino, { type DestinationStream, type LogFn, type Logger, type LoggerOptions } from 'pino';
import pretty from 'pino-pretty';
import type { AppConfig } from '../config/app-config';

/** After so long, what was logged is written. */
const FLUSH_MS = 100;

/**
 * The log: one JSON object a line on standard error, so that standard output is left to what a person or a script
 * waits for at start. Requests are logged by `logRequests`, field by field; nothing logs a request as it came.
 */
export function logSettings({
  logLevel,
  logFormat,
}: Pick<AppConfig, 'logLevel' | 'logFormat'>): [LoggerOptions & { autoLogging: false }, DestinationStream] {
  const destination = pino.destination({
    dest: 2,
    // A write of its own for each line costs a way to another thread; the last lines are written at the end as well.
    ...(logFormat === 'pretty' ? { sync: true } : { sync: false, minLength: 8192, periodicFlush: FLUSH_MS }),
  });
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
    logFormat === 'pretty' ? pretty({ destination, colorize: true, ignore: 'pid,hostname' }) : destination,
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
