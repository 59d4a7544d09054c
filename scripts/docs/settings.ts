import { describeSetting, settingNames } from '../../src/config/settings';
import { table } from './section';

/** The section of docs/settings.md. */
export function settingsSection(): string {
  return table(
    ['Name', 'Default', 'Meaning', 'Rule'],
    settingNames.map(name => {
      const { fallback, rule, meaning } = describeSetting(name);
      return [`\`${name}\``, fallback === '' ? 'empty' : `\`${fallback}\``, meaning, rule];
    }),
  );
}

/** `.env.example`: every setting with its default, to be copied to `.env` and changed there. */
export function exampleEnvironment(): string {
  const lines = settingNames.map(name => {
    const { fallback, rule, meaning } = describeSetting(name);
    return [
      `# ${meaning.replaceAll('`', '')}`,
      ...(rule === '' ? [] : [`# ${rule}`]),
      `#${name}=${fallback}`,
    ];
  });
  return `# Generated from src/config/settings.ts by \`npm run docs\`. Copy it to .env and uncomment the settings that you change.\n\n${lines
    .map(each => each.join('\n'))
    .join('\n\n')}\n`;
}
