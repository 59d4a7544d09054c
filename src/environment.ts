import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { type AppConfig, ConfigFault } from './config/app-config';
import { loadConfig } from './config/settings';
import { declaredActions } from './http/action.decorator';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment of this process, and below it a `.env` file in the working directory. @throws ConfigFault */
export function environmentOfProcess(): Environment {
  return { ...(existsSync('.env') ? environmentFile() : {}), ...process.env };
}

function environmentFile(): Environment {
  try {
    return parseEnv(readFileSync('.env', 'utf8'));
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new ConfigFault([{ name: '.env', rule: `cannot be read (${code})` }]);
  }
}

/** The settings in force. The log is for reading when it goes to a terminal. @throws ConfigFault */
export function configFrom(environment: Environment): AppConfig {
  const LOG_FORMAT = process.stderr.isTTY ? 'pretty' : 'json';
  return loadConfig(
    { LOG_FORMAT, ...environment },
    declaredActions().map(({ path }) => path.toLowerCase()),
  );
}
