import type { Request } from 'express';

const probes = /^\/(?:health\/(?:live|ready)|metrics)$/;

/** Whether it is a health check or a metrics request. Monitors send them all the time: they are not counted, and logged at level debug. */
export function isProbe(request: Request): boolean {
  return probes.test(request.path);
}
