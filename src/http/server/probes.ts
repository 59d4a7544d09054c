import type { Request } from 'express';

const probes = /^\/(?:health\/(?:live|ready)|metrics)$/;

/** Whether it asks for health or numbers, as monitors and proxies do all the time: free of rates, and hardly logged. */
export function isProbe(request: Request): boolean {
  return probes.test(request.path);
}
