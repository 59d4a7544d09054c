import { describeSetting, type SettingName, settingNames } from './settings';

/** What each setting is set to, or is when it is not set, on one line and without secrets. For reading, not for starting. */
export function settingsInForce(
  env: Readonly<Record<string, string | undefined>>,
): { name: SettingName; value: string }[] {
  return settingNames.map(name => {
    const given = (env[name] ?? '').trim().replace(/\s+/g, ' ');
    return { name, value: maskSecrets(given === '' ? describeSetting(name).fallback : given) };
  });
}

/** User and password of a URL, and what its query calls a secret. */
export function maskSecrets(text: string): string {
  return text
    .replace(/\/\/\S*@/g, '//***@')
    .replace(/([?&][^=&\s]*(?:password|secret|token|key)[^=&\s]*=)[^&\s]*/gi, '$1***');
}
