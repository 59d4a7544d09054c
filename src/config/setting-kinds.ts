import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { AddressFilter } from '../runtime/address-filter';
import { parseRatePolicy } from '../shared/rate-policy';
import { TimeZone } from '../shared/time-zone';

/** Reads one setting. `rule` completes the sentence "NAME …" in the message about a bad value. */
export function setting<T>(fallback: string, rule: string, read: (text: string) => T | undefined) {
  return z
    .string()
    .default(fallback)
    .transform((text, context): T => {
      const value = read(text.trim() === '' ? fallback : text.trim());
      if (value !== undefined) return value;
      context.addIssue({ code: 'custom', message: rule });
      return z.NEVER;
    })
    .meta({ fallback, rule });
}

export const wholeNumber = (fallback: number, min: number, max: number) =>
  setting(String(fallback), `must be a whole number from ${min} to ${max}`, text => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    return value >= min && value <= max ? value : undefined;
  });

export const oneOf = <T extends string>(fallback: T, ...values: readonly T[]) =>
  setting(fallback, `must be one of ${values.join(', ')}`, text => values.find(value => value === text));

export const ratePolicy = (fallback: string) =>
  setting(
    fallback,
    'must be off, or a count and a window such as 200/1s, 10/500ms or 60/1m',
    parseRatePolicy,
  );

export const byteCount = (fallback: string) =>
  setting(fallback, 'must be a size such as 512kb or 1mb, from 1kb to 64mb', text => {
    const [, count = '', unit = ''] = /^(\d{1,6})(kb|mb)$/i.exec(text) ?? [];
    const bytes = Number(count) * (unit.toLowerCase() === 'mb' ? 1_048_576 : 1024);
    return count !== '' && bytes >= 1024 && bytes <= 64 * 1_048_576 ? bytes : undefined;
  });

export const hoursOrOff = ({ max }: { max: number }) =>
  setting('off', `must be off, or a whole number of hours from 1 to ${max}`, text => {
    if (text === 'off' || text === '0') return null;
    const hours = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
    return hours >= 1 && hours <= max ? hours : undefined;
  });

export const optionalText = setting('', '', text => text);

const entriesOf = (text: string) => text.split(/[,;\s]+/).filter(Boolean);

/** `controller/action`, in lower case. */
export const actionNames = (text: string) => entriesOf(text.toLowerCase());

/** Accepts addresses and CIDR blocks only. Express also takes `true` and hop counts, which would trust any client. */
export function trustedProxies(text: string): string[] | undefined {
  const entries = entriesOf(text);
  const readable = entries.every(entry => !/[*-]/.test(entry) && AddressFilter.parse(entry) !== undefined);
  return readable ? entries : undefined;
}

/** Origins in the form of browsers, such as `https://example.com`. Undefined if any of them is malformed. */
export function origins(text: string): string[] | undefined {
  const read = entriesOf(text).map(originIn);
  return read.every(origin => origin !== undefined) ? [...new Set(read)] : undefined;
}

function originIn(text: string): string | undefined {
  if (!/^https?:\/\/[^/\\?#@*]+$/i.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text).origin;
}

/** The Ed25519 private key of a PEM file (PKCS 8), or undefined if it cannot be read. */
export function privateKeyOfFile(file: string): KeyObject | undefined {
  try {
    // Checked first: reading a pipe without a writer would block.
    if (!statSync(file).isFile()) return undefined;
    const key = createPrivateKey(readFileSync(file, 'utf8'));
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}

export function timeZone(name: string): TimeZone | undefined {
  try {
    return new TimeZone(name);
  } catch {
    return undefined;
  }
}
