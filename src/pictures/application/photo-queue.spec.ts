import { AppError } from '../../shared/errors/app-error';
import { PhotoQueue, workOf } from './photo-queue';

const LARGE = 40_000_000;
const SMALL = 2_000_000;

/** A job that ends when the test says so. */
function job(name: string, done: string[]) {
  let end!: () => void;
  const ended = new Promise<void>(resolve => (end = resolve));
  const run = async () => {
    done.push(`${name} begins`);
    await ended;
  };
  return { run, end };
}
const settled = () => new Promise(resolve => setImmediate(resolve));

describe('photos in a row', () => {
  let queue: PhotoQueue;
  let done: string[];
  beforeEach(() => {
    queue = new PhotoQueue();
    done = [];
  });

  const enter = (login: string, size: number, name = login, signal?: AbortSignal) => {
    const { run, end } = job(name, done);
    const ended = queue.enter(login, size, inTurn => inTurn(run, signal));
    return { end, ended };
  };
  const refusal = async (attempt: Promise<unknown>) => {
    const error = await attempt.catch((thrown: unknown) => thrown);
    if (!(error instanceof AppError)) throw new Error('not refused');
    const { code, message, retryAfterSeconds } = error as AppError;
    return [code, message, retryAfterSeconds];
  };

  it('are worked on one after the other, in order', async () => {
    const first = enter('a', LARGE);
    const second = enter('b', LARGE);
    const third = enter('c', LARGE);
    await settled();
    expect(done).toEqual(['a begins']);
    first.end();
    await settled();
    expect(done).toEqual(['a begins', 'b begins']);
    for (const { end, ended } of [second, third]) {
      end();
      await ended;
    }
    expect(done).toEqual(['a begins', 'b begins', 'c begins']);
  });

  it('go on when one fails', async () => {
    const failed = queue.enter('a', LARGE, inTurn => inTurn(() => Promise.reject(new Error('damaged'))));
    const next = enter('b', LARGE);
    next.end();
    await expect(failed).rejects.toThrow('damaged');
    await next.ended;
  });

  it('do not wait for large ones when they are small, nor the other way round', async () => {
    const large = enter('a', LARGE, 'large');
    const small = enter('b', SMALL, 'small');
    await settled();
    expect(done).toEqual(['large begins', 'small begins']);
    for (const { end, ended } of [large, small]) {
      end();
      await ended;
    }
  });

  it('of one request take turns with those of others', async () => {
    const ten = queue.enter('a', LARGE, async inTurn => {
      for (const photo of [1, 2, 3]) await inTurn(() => Promise.resolve(done.push(`a${photo}`)));
    });
    const two = queue.enter('b', LARGE, async inTurn => {
      for (const photo of [1, 2]) await inTurn(() => Promise.resolve(done.push(`b${photo}`)));
    });
    await Promise.all([ten, two]);
    expect(done).toEqual(['a1', 'b1', 'a2', 'b2', 'a3']);
  });

  it('are refused when too much waits, with the time after which there may be room', async () => {
    const inside = ['a', 'b', 'c', 'd'].map(login => enter(login, LARGE));
    expect(await refusal(enter('e', LARGE).ended)).toEqual([
      'RateExceeded',
      'Request rate policy violated for [e]',
      4,
    ]);
    for (const { end, ended } of inside) {
      end();
      await ended;
    }
    const later = enter('e', LARGE);
    later.end();
    await later.ended;
  });

  it.each([
    [LARGE, 2],
    [SMALL, 10],
  ])('of %i pixels of one user take half of the room at most', async (size, most) => {
    const inside = Array.from({ length: most }, () => enter('a', size));
    expect((await refusal(enter('a', size).ended))[0]).toBe('RateExceeded');
    inside.push(enter('b', size));
    for (const { end, ended } of inside) {
      end();
      await ended;
    }
  });

  it('of a request with more than there is room for are let in when nothing else waits', async () => {
    const ten = enter('a', 10 * LARGE);
    ten.end();
    await ten.ended;
  });

  it('for which nobody waits any more leave the row', async () => {
    const gone = new AbortController();
    const inside = [
      enter('a', LARGE),
      enter('b', LARGE, 'b', gone.signal),
      enter('c', LARGE),
      enter('d', LARGE),
    ];
    await settled();
    gone.abort(new Error('gone'));
    await expect(inside[1]?.ended).rejects.toThrow('gone');
    inside.push(enter('e', LARGE));
    for (const { end } of inside) end();
    for (const each of [0, 2, 3, 4]) await inside[each]?.ended;
    expect(done).toEqual(['a begins', 'c begins', 'd begins', 'e begins']);
    await expect(enter('f', LARGE, 'f', gone.signal).ended).rejects.toThrow('gone');
  });
});

it('many bytes are as much work as many pixels', () => {
  expect(workOf(Buffer.alloc(10), { width: 100, height: 100 })).toBe(10_000);
  expect(workOf(Buffer.alloc(5_000), { width: 100, height: 100 })).toBe(20_000);
});
