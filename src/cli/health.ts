import type { Environment } from '../config/setting-faults';

const PATIENCE_MS = 3000;
/** Addresses that mean "all of this machine", and one at which it is reached. */
const reachedAt: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/**
 * Asks the service of this machine whether it is ready, for containers and supervisors. Looks at HOST and PORT alone, and
 * imports nothing, because it is asked every few seconds. Never throws.
 * @returns what is wrong; undefined where the service is ready
 */
export async function healthProblem({ HOST = '', PORT = '' }: Environment): Promise<string | undefined> {
  const host = HOST.trim() === '' ? '127.0.0.1' : HOST.trim();
  const port = PORT.trim() === '' ? '3000' : PORT.trim();
  const address = reachedAt[host] ?? host;
  const url = `http://${address.includes(':') ? `[${address}]` : address}:${port}/health/ready`;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    const text = await response.text();
    return response.ok ? undefined : `${url} answers ${response.status}: ${text.slice(0, 500)}`;
  } catch (error) {
    const { name, cause } = error as Error;
    const reason = (cause as NodeJS.ErrnoException | undefined)?.code ?? name;
    return `${url} does not answer (${reason}): is the service running there?`;
  }
}
