import { withSecretFiles } from './secret-files';
import type { Environment } from './setting-faults';
import { describeSetting, type SettingName, settingNames } from './settings';

/** The value or default of each setting on one line, with secrets masked. For display only. */
export function settingsInForce(given: Environment): { name: SettingName; value: string }[] {
  const { env } = withSecretFiles(given);
  return settingNames.map(name => {
    const text = (env[name] ?? '').trim().replace(/\s+/g, ' ');
    return { name, value: maskSecrets(text === '' ? describeSetting(name).fallback : text) };
  });
}

/** Masks user and password of URLs, and secrets in their queries. */
export function maskSecrets(text: string): string {
  return text
    .split(' ')
    .map(withoutUser)
    .join(' ')
    .replace(/([?&][^?=&\s]*=)[^&\s]*/g, (pair, name: string) =>
      secretName.test(name) ? `${name}***` : pair,
    );
}

const secretName = /password|secret|token|key/i;

function withoutUser(word: string): string {
  const from = word.indexOf('//');
  const at = word.lastIndexOf('@');
  return from >= 0 && at > from ? `${word.slice(0, from)}//***${word.slice(at)}` : word;
}
