import { BodyRoom } from './body-room';

const soon = () => new Promise(resolve => setImmediate(resolve));

/** Asks for room, and tells in the end who got it, in order. */
class Askers {
  readonly admitted: string[] = [];
  readonly turnedAway: string[] = [];
  private readonly leaving = new Map<string, () => void>();

  constructor(private readonly room: BodyRoom) {}

  ask(name: string, bytes: number): void {
    void this.room.take(bytes).then(giveBack => {
      if (giveBack) this.leaving.set(name, giveBack);
      (giveBack ? this.admitted : this.turnedAway).push(name);
    });
  }

  leave(name: string): void {
    this.leaving.get(name)?.();
  }
}

describe('room for bodies', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate'] }));
  afterEach(() => jest.useRealTimers());

  it('admits as many as fit, and the next when one has left', async () => {
    const askers = new Askers(new BodyRoom(10, 5000));
    for (const name of ['a', 'b', 'c']) askers.ask(name, 5);
    await soon();
    expect(askers.admitted).toEqual(['a', 'b']);
    askers.leave('a');
    askers.leave('a');
    await soon();
    expect(askers.admitted).toEqual(['a', 'b', 'c']);
    askers.ask('d', 1);
    await soon();
    expect(askers.admitted).not.toContain('d');
  });

  it('lets a large one have its turn before smaller ones that came later', async () => {
    const askers = new Askers(new BodyRoom(10, 5000));
    askers.ask('a', 6);
    askers.ask('large', 10);
    askers.ask('small', 1);
    await soon();
    expect(askers.admitted).toEqual(['a']);
    askers.leave('a');
    await soon();
    expect(askers.admitted).toEqual(['a', 'large']);
  });

  it('turns away who has waited long enough, and lets those behind move up', async () => {
    const askers = new Askers(new BodyRoom(10, 5000));
    askers.ask('a', 6);
    askers.ask('large', 10);
    jest.advanceTimersByTime(4999);
    askers.ask('small', 1);
    await soon();
    expect([askers.admitted, askers.turnedAway]).toEqual([['a'], []]);
    jest.advanceTimersByTime(1);
    await soon();
    expect([askers.admitted, askers.turnedAway]).toEqual([['a', 'small'], ['large']]);
  });
});
