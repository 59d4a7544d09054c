import { type SettingName, settingNames } from './settings';

/** Short names allow one slip only: two would match unrelated words. */
const SHORT = 6;

/**
 * The setting that a misspelt name probably means. Undefined for a setting, and for a name that resembles none.
 * Accepts other spellings of the same words (`port`, `IPFILTER`), one slip (`PROT`, `RATE_POLCY`) or two in a long
 * name, and missing last words (`TOKEN_TTL`).
 */
export function nearestSetting(name: string): SettingName | undefined {
  if (settingNames.some(known => known === name)) return undefined;
  const given = folded(name);
  if (given.length < 3) return undefined;
  return settingNames.find(known => {
    const own = folded(known);
    if (known.startsWith(`${name.toUpperCase()}_`) && name.includes('_')) return true;
    return slips(given, own) <= (Math.min(given.length, own.length) <= SHORT ? 1 : 2);
  });
}

function folded(name: string): string {
  return name.toUpperCase().replace(/[^A-Z]/g, '');
}

/** The Damerau-Levenshtein distance: letters added, left out or changed, and neighbours swapped. */
function slips(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return Infinity;
  const table = Array.from({ length: one.length + 1 }, (_, i) => [i, ...Array<number>(other.length).fill(0)]);
  const at = (i: number, j: number): number => table[i]?.[j] ?? 0;
  for (let j = 0; j <= other.length; j += 1) (table[0] ?? [])[j] = j;
  for (let i = 1; i <= one.length; i += 1) {
    for (let j = 1; j <= other.length; j += 1) {
      const changed = Number(one[i - 1] !== other[j - 1]);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      (table[i] ?? [])[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + changed,
        swapped ? at(i - 2, j - 2) + 1 : Infinity,
      );
    }
  }
  return at(one.length, other.length);
}
