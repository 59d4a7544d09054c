import { validateSync } from 'class-validator';
import type { Conversion } from '../../src/http/fields';

/** What is wrong with a value that the conversion has read: the message of the first check that fails, if any. */
export function problemOf(conversion: Conversion, value: unknown): string | undefined {
  const [error] = validateSync(holderOf(conversion, value));
  return Object.values(error?.constraints ?? {})[0];
}

const holders = new WeakMap<Conversion, new () => object>();

function holderOf(conversion: Conversion, value: unknown): object {
  let Holder = holders.get(conversion);
  if (!Holder) {
    Holder = class {
      value: unknown;
    };
    for (const check of conversion.checks()) check(Holder.prototype as object, 'value');
    holders.set(conversion, Holder);
  }
  return Object.assign(new Holder(), { value });
}
