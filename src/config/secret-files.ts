import { readFileSync, statSync } from 'node:fs';
import type { SettingFault } from './app-config';
import type { Environment } from './setting-faults';

/** Settings that hold a password. Each can be read from the file that the setting of this name and `_FILE` names. */
const secretSettings = ['DATABASE_URL', 'REDIS_URL'] as const;

/**
 * Puts in the secrets that stand in files, as container platforms hand them over. The white space around one is left
 * out. Never shows what is in a file.
 */
export function withSecretFiles(env: Environment): { env: Environment; faults: readonly SettingFault[] } {
  const faults: SettingFault[] = [];
  const read: Record<string, string> = {};
  for (const setting of secretSettings) {
    const name = `${setting}_FILE`;
    const file = env[name]?.trim() ?? '';
    if (file === '') continue;
    const secret = textOf(file);
    if ((env[setting]?.trim() ?? '') !== '')
      faults.push({ name, rule: `and ${setting} are both set: keep one` });
    else if (secret === undefined)
      faults.push({ name, rule: 'must name a file that can be read and is not empty' });
    else read[setting] = secret;
  }
  return { env: { ...env, ...read }, faults };
}

function textOf(file: string): string | undefined {
  try {
    // Asked first, because reading a pipe that nobody writes would never end.
    if (!statSync(file).isFile()) return undefined;
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}
