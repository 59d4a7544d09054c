import { existsSync, readFileSync } from 'node:fs';
import { type AppConfig, ConfigFault } from './config/app-config';
import { parseEnvironmentFile } from './config/environment-file';
import { nearestSetting } from './config/near-names';
import type { Environment } from './config/setting-faults';
import { loadConfig } from './config/settings';
import { declaredActions } from './http/action';

/** The environment of this process, with defaults from a `.env` file in the working directory. @throws ConfigFault */
export function environmentOfProcess(): Environment {
  return { ...(existsSync('.env') ? environmentFile() : {}), ...process.env };
}

function environmentFile(): Environment {
  try {
    return parseEnvironmentFile(readFileSync('.env'));
  } catch (error) {
    if (error instanceof ConfigFault) throw error;
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new ConfigFault([{ name: '.env', rule: `cannot be read (${code})` }]);
  }
}

/** The settings. On a terminal, LOG_FORMAT defaults to `pretty`. @throws ConfigFault */
export function configFrom(environment: Environment): AppConfig {
  const LOG_FORMAT = process.stderr.isTTY ? 'pretty' : 'json';
  return loadConfig(
    { LOG_FORMAT, ...environment },
    declaredActions().map(({ path }) => path.toLowerCase()),
  );
}

/**
 * Warnings about names in the environment that look like misspelt settings. Unlike in a `.env` file they are no errors,
 * because the environment also has names of other programs.
 */
export function suspectNames(environment: Environment): string[] {
  return Object.keys(environment).flatMap(name => {
    const near = nearestSetting(name);
    return near === undefined ? [] : [`${name} is not a setting: is ${near} meant?`];
  });
}
