import { existsSync } from 'node:fs';
import { loadConfig } from './config/settings';
import type { AppConfig } from './config/app-config';
import { declaredActions } from './http/action.decorator';

/**
 * The settings of this process: the environment, and below it a `.env` file in the working directory.
 * @throws ConfigFault
 */
export function configFromEnvironment(): AppConfig {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const LOG_FORMAT = process.stderr.isTTY ? 'pretty' : 'json';
  return loadConfig(
    { LOG_FORMAT, ...process.env },
    declaredActions().map(({ path }) => path.toLowerCase()),
  );
}
