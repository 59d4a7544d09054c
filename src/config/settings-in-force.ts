import type { Environment } from './setting-faults';
import { describeSetting, type SettingName, settingNames } from './settings';

/** The value or default of each setting on one line, with secrets masked. For display only. */
export function settingsInForce(env: Environment): { name: SettingName; value: string }[] {
  return settingNames.map(name => {
    const given = (env[name] ?? '').trim().replace(/\s+/g, ' ');
    return { name, value: maskSecrets(given === '' ? describeSetting(name).fallback : given) };
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
