import type { VisitState } from '../../shared/visit';
import { allowedMoves, type VisitCommand } from './visit-state';

/** Commands that move a visit forward without ending it. */
const steps = ['verify', 'check', 'enter', 'stepOut'] as const satisfies readonly VisitCommand[];

/**
 * The shortest list of commands after which `command` is allowed, if each has its best outcome: empty when it is allowed
 * now, undefined when no commands lead there.
 */
export function wayTo(command: VisitCommand, from: VisitState): VisitCommand[] | undefined {
  const ways: { state: VisitState; way: VisitCommand[] }[] = [{ state: from, way: [] }];
  const seen = new Set([from]);
  for (const { state, way } of ways) {
    if (allowedMoves[command][state].length > 0) return way;
    for (const step of steps) {
      const best = allowedMoves[step][state].at(-1);
      if (best === undefined || seen.has(best)) continue;
      seen.add(best);
      ways.push({ state: best, way: [...way, step] });
    }
  }
  return undefined;
}
