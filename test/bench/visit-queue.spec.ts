import { Chance } from '../../bench/chance';
import { idAt, VisitQueue } from '../../bench/visit-queue';

const ids = Array.from({ length: 50 }, (_, index) => String(index).padStart(36, 'a'));
const all = Buffer.from(ids.join(''));

function taken(queue: VisitQueue, count: number): string[] {
  const request = Buffer.from(`{"${'-'.repeat(36)}"}`);
  return Array.from({ length: count }, () => {
    queue.writeNext(request, 2);
    return request.toString();
  });
}
const asRequests = (some: readonly string[]) => some.map(id => `{"${id}"}`);

describe('the visits to be ended', () => {
  it('are written into the request, each once, in the given order', () => {
    const queue = new VisitQueue(all);
    expect(taken(queue, 50)).toEqual(asRequests(ids));
    expect(queue.isUsedUp).toBe(false);
    expect(taken(queue, 1)).toEqual(asRequests(['0'.repeat(36)]));
    expect(queue.isUsedUp).toBe(true);
  });

  it('come in random order, each once, the same for the same seed', () => {
    const shuffled = taken(new VisitQueue(all, new Chance(1)), 50);
    expect(shuffled).not.toEqual(asRequests(ids));
    expect([...shuffled].sort()).toEqual(asRequests(ids).sort());
    expect(taken(new VisitQueue(all, new Chance(1)), 50)).toEqual(shuffled);
  });

  it('can be looked at by chance', () => {
    const chance = new Chance(3);
    const seen = new Set(Array.from({ length: 500 }, () => idAt(all, chance)));
    expect([...seen].sort()).toEqual([...ids].sort());
  });
});
