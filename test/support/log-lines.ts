import type { TestApp } from './test-app';

/** One line of the log, as fields. */
export type LogLine = Readonly<Record<string, unknown>>;

/** Collects what the application logs from now on, at every severity. */
export function logLinesOf({ app }: TestApp): LogLine[] {
  const lines: LogLine[] = [];
  const keep =
    (level: string) =>
    (line: unknown): void => {
      if (typeof line === 'object') lines.push({ level, ...line });
    };
  app.useLogger({ log: keep('info'), error: keep('error'), warn: keep('warn'), debug: keep('debug') });
  return lines;
}
