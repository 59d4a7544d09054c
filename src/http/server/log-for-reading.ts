import type { DestinationStream } from 'pino';
import { prettyFactory, type PrettyOptions } from 'pino-pretty';

const each: PrettyOptions = { colorize: true, translateTime: 'SYS:HH:MM:ss.l' };

/** Formats log lines for a terminal: a request is one line of text instead of a list of fields. */
export function forReading(output: DestinationStream): DestinationStream {
  const request = prettyFactory({ ...each, hideObject: true, messageFormat: requestLine });
  const other = prettyFactory({ ...each, singleLine: true, ignore: 'context', messageFormat: otherLine });
  return {
    write: text => {
      const line = JSON.parse(text) as Readonly<Record<string, unknown>>;
      output.write((line.context === 'Requests' ? request : other)(line));
    },
  };
}

function requestLine(line: Readonly<Record<string, unknown>>): string {
  const { action, verb, status, error, ms, user, address, requestId, finished } = line;
  const words = [verb, action ?? '(no action)', status, error, `${textOf(ms)} ms`, user, address, requestId];
  if (finished === false) words.push('(cut off)');
  return words.map(textOf).filter(Boolean).join(' ');
}

function otherLine({ context, msg }: Readonly<Record<string, unknown>>): string {
  return `${typeof context === 'string' ? `${context}: ` : ''}${textOf(msg)}`;
}

/** Text from a client or an administrator must not start another line or change colours. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ');
}
