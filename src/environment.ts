import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import type { AppConfig } from './config/app-config';
import { loadConfig } from './config/settings';
import { declaredActions } from './http/action.decorator';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment of this process, and below it a `.env` file in the working directory. */
export function environmentOfProcess(): Environment {
  const file = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
  return { ...file, ...process.env };
}

/** The settings in force. The log is for reading when it goes to a terminal. @throws ConfigFault */
export function configFrom(environment: Environment): AppConfig {
  const LOG_FORMAT = process.stderr.isTTY ? 'pretty' : 'json';
  return loadConfig(
    { LOG_FORMAT, ...environment },
    declaredActions().map(({ path }) => path.toLowerCase()),
  );
}
