import { join } from 'node:path';
import { ServiceProcess } from '../test/recipes/service-process';

export const GATEHOUSE = 'gatehouse';

/** The rate guards run but never refuse. */
const unlimited = '1000000/1s';

/**
 * The built service as deployed: every guard has work to do, and every request is logged. The log goes to a file in its
 * folder, which costs the load generator nothing.
 * @param cwd working directory, without an `.env` file
 */
export function startGatehouse(main: string, cwd: string, databaseUrl: string): ServiceProcess {
  const settings = {
    DATABASE_URL: databaseUrl,
    IP_FILTER: '127.0.0.0/8',
    RATE_POLICY: unlimited,
    LOGIN_RATE_POLICY: unlimited,
    TOKEN_TTL_SECONDS: '3600',
  };
  return new ServiceProcess(main, cwd, settings, join(cwd, 'log'));
}
