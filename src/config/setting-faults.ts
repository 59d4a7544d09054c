import type { SettingFault } from './app-config';

export type Environment = Readonly<Record<string, string | undefined>>;

/** `GATEHOUSE_` in front of a name is a common mistake, and would be ignored silently. */
export function unknownNames(env: Environment, settingNames: readonly string[]): SettingFault[] {
  return Object.keys(env)
    .filter(name => name.startsWith('GATEHOUSE_'))
    .map(name => {
      const meant = settingNames.find(known => `GATEHOUSE_${known}` === name);
      return { name, rule: meant ? `is not a setting: its name is ${meant}` : 'is not a setting: remove it' };
    });
}

export function unknownActions(named: readonly string[], actions: readonly string[]): SettingFault[] {
  const unknown = named.filter(name => !actions.includes(name));
  if (unknown.length === 0) return [];
  return [{ name: 'DISABLED_METHODS', rule: `may name only these actions: ${actions.join(', ')}` }];
}

export function licencePair(env: Environment): SettingFault[] {
  const given = (name: string) => (env[name] ?? '').trim() !== '';
  if (given('LICENCE_FILE') === given('LICENCE_PUBLIC_KEY_FILE')) return [];
  const missing = given('LICENCE_FILE') ? 'LICENCE_PUBLIC_KEY_FILE' : 'LICENCE_FILE';
  return [
    { name: missing, rule: 'is required when the other of LICENCE_FILE and LICENCE_PUBLIC_KEY_FILE is set' },
  ];
}
