import type { VisitState } from '../../shared/visit';
import { moves, type VisitCommand } from './visit-state';

/** Commands that bring a visit on: what ends it or leads nowhere is no step of a way. */
const steps = ['verify', 'check', 'enter', 'stepOut'] as const satisfies readonly VisitCommand[];

/**
 * The fewest commands after which `command` may be given, when each of them has its best outcome; empty where it may be
 * given now, undefined where no way leads there.
 */
export function wayTo(command: VisitCommand, from: VisitState): VisitCommand[] | undefined {
  const ways: { state: VisitState; way: VisitCommand[] }[] = [{ state: from, way: [] }];
  const seen = new Set([from]);
  for (const { state, way } of ways) {
    if (moves[command][state].length > 0) return way;
    for (const step of steps) {
      const best = moves[step][state].at(-1);
      if (best === undefined || seen.has(best)) continue;
      seen.add(best);
      ways.push({ state: best, way: [...way, step] });
    }
  }
  return undefined;
}
