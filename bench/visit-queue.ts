import type { Chance } from './chance';

const ID_LENGTH = 36;

/** Visits to end, each once. */
export class VisitQueue {
  private taken = 0;
  private readonly order: Uint32Array;

  /** @param ids concatenated in ASCII; @param chance if given, shuffles them */
  constructor(
    private readonly ids: Buffer,
    chance?: Chance,
  ) {
    this.order = Uint32Array.from({ length: ids.length / ID_LENGTH }, (_, index) => index);
    if (chance) shuffle(this.order, chance);
  }

  /** Writes the next id into a request, or zeros if none is left. */
  writeNext(request: Buffer, at: number): void {
    const from = (this.order[this.taken] ?? 0) * ID_LENGTH;
    if (this.taken < this.order.length) this.ids.copy(request, at, from, from + ID_LENGTH);
    else request.fill('0', at, at + ID_LENGTH);
    this.taken += 1;
  }

  /** More ids were requested than exist. */
  get isUsedUp(): boolean {
    return this.taken > this.order.length;
  }
}

function shuffle(values: Uint32Array, chance: Chance): void {
  for (let last = values.length - 1; last > 0; last -= 1) {
    const other = chance.upTo(last + 1) - 1;
    [values[last], values[other]] = [values[other] ?? 0, values[last] ?? 0];
  }
}

/** One of the ids. */
export function idAt(ids: Buffer, chance: Chance): string {
  const from = (chance.upTo(ids.length / ID_LENGTH) - 1) * ID_LENGTH;
  return ids.toString('latin1', from, from + ID_LENGTH);
}
