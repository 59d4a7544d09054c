import { type OverduePlace, type OverdueVisit, OverdueVisits } from '../../src/visits/application/ports';
import { Visit } from '../../src/visits/domain/visit';
import type { FakeStorage } from './fake-storage';

const BATCH = 3;

export class FakeOverdueVisits extends OverdueVisits {
  /** Of the visits, in the order in which they were made; what is erased keeps its own. */
  private readonly numbers = new Map<string, number>();

  constructor(private readonly storage: FakeStorage) {
    super();
  }

  batch(end: Date, after?: OverduePlace): Promise<OverdueVisit[]> {
    const found = this.storage.now.visits
      .map(({ snapshot, history }) => ({
        visit: Visit.restore(snapshot),
        wasInside: history.some(({ command }) => command === 'enter'),
        validTo: snapshot.validTo,
        seq: this.numberOf(snapshot.id),
      }))
      .filter(each => each.visit.snapshot().state < 6 && each.validTo < end)
      .filter(each => !after || compare(each, after) > 0)
      .sort(compare);
    return Promise.resolve(found.slice(0, BATCH));
  }

  private numberOf(id: string): number {
    const number = this.numbers.get(id) ?? this.numbers.size + 1;
    this.numbers.set(id, number);
    return number;
  }
}

function compare(one: OverduePlace, other: OverduePlace): number {
  return one.validTo.getTime() - other.validTo.getTime() || one.seq - other.seq;
}
