import fc from 'fast-check';
import { TokenBook } from './token-book';

const holder = { userId: 'user-1', keyDigest: 'd' };
const limits = { lifeMs: 20, memoryMs: 600, capacity: 3, perUser: 100 };

describe('the book of tokens', () => {
  it('finds a token live until it expires, and expired after that', () => {
    const book = new TokenBook(limits);
    book.add('a', holder, 1000);
    expect(book.find('a', 1000)).toEqual({ holder, expired: false });
    expect(book.find('a', 1019.9)).toEqual({ holder, expired: false });
    expect(book.find('a', 1020)).toEqual({ holder, expired: true });
    expect(book.find('a', 1619)).toEqual({ holder, expired: true });
    expect(book.find('a', 1620)).toBeUndefined();
  });

  it('does not extend the life of a token on use', () => {
    const book = new TokenBook(limits);
    book.add('a', holder, 0);
    for (let now = 1; now < 20; now += 1) expect(book.find('a', now)?.expired).toBe(false);
    expect(book.find('a', 20)?.expired).toBe(true);
  });

  it('does not find an unknown token', () => {
    expect(new TokenBook(limits).find('a', 0)).toBeUndefined();
  });

  it('drops the oldest token at capacity', () => {
    const book = new TokenBook(limits);
    for (const [now, digest] of ['a', 'b', 'c'].entries()) book.add(digest, holder, now);
    expect([book.size, book.find('a', 3)?.expired]).toEqual([3, false]);
    book.add('d', holder, 3);
    expect(book.size).toBe(3);
    expect(book.find('a', 3)).toBeUndefined();
    for (const digest of ['b', 'c', 'd']) expect(book.find(digest, 3)).toBeDefined();
  });

  it('keeps expired tokens for their time, if there is room', () => {
    const book = new TokenBook(limits);
    book.add('a', holder, 0);
    book.add('b', holder, 100);
    book.add('c', holder, 619);
    expect([book.size, book.find('a', 619)?.expired]).toEqual([3, true]);
  });

  it('drops all outdated tokens, and no others, when it adds one', () => {
    const book = new TokenBook({ ...limits, capacity: 10 });
    book.add('a', holder, 0);
    book.add('b', holder, 1);
    book.add('c', holder, 2);
    book.add('d', holder, 621);
    expect(book.size).toBe(2);
    expect(book.find('c', 621)).toEqual({ holder, expired: true });
  });

  describe('of users', () => {
    const of = (userId: string) => ({ userId, keyDigest: 'd' });
    const found = (book: TokenBook, now: number, ...digests: string[]) =>
      digests.filter(digest => book.find(digest, now)?.expired === false);

    it('drops the oldest token of a user at the limit, and none of other users', () => {
      const book = new TokenBook({ ...limits, capacity: 10, perUser: 2 });
      book.add('x', of('other'), 0);
      for (const [now, digest] of ['a', 'b', 'c', 'd'].entries()) book.add(digest, of('user'), now);
      expect(found(book, 3, 'x', 'a', 'b', 'c', 'd')).toEqual(['x', 'c', 'd']);
      expect(book.find('a', 3)).toBeUndefined();
      expect(book.size).toBe(3);
    });

    it('does not count expired tokens, and keeps them', () => {
      const book = new TokenBook({ ...limits, capacity: 10, perUser: 2 });
      for (const digest of ['a', 'b']) book.add(digest, holder, 0);
      for (const digest of ['c', 'd']) book.add(digest, holder, 20);
      expect(found(book, 20, 'a', 'b', 'c', 'd')).toEqual(['c', 'd']);
      expect(book.find('a', 20)).toMatchObject({ expired: true });
    });

    it('drops a token of the user with the most when all are live', () => {
      const book = new TokenBook({ ...limits, capacity: 4 });
      book.add('x', of('other'), 0);
      for (const digest of ['a', 'b', 'c']) book.add(digest, of('user'), 1);
      book.add('y', of('third'), 2);
      expect(found(book, 2, 'x', 'a', 'b', 'c', 'y')).toEqual(['x', 'b', 'c', 'y']);
      expect(book.size).toBe(4);
    });

    it('drops expired tokens before live ones', () => {
      const book = new TokenBook({ ...limits, capacity: 2 });
      book.add('x', of('other'), 0);
      book.add('a', of('user'), 10);
      book.add('b', of('user'), 20);
      expect(found(book, 20, 'x', 'a', 'b')).toEqual(['a', 'b']);
    });
  });

  it('agrees with a plain list at all times', () => {
    const moments = fc.array(fc.nat(300), { maxLength: 40 });
    fc.assert(
      fc.property(moments, steps => {
        const book = new TokenBook(limits);
        const issuedAt: number[] = [];
        let now = 0;
        for (const step of steps) {
          now += step;
          book.add(String(issuedAt.length), holder, now);
          issuedAt.push(now);
          const seen = issuedAt.map((_, n) => book.find(String(n), now)?.expired);
          const expected = issuedAt.map((at, n) =>
            n < issuedAt.length - 3 || now - at >= 620 ? undefined : now - at >= 20,
          );
          expect(seen).toEqual(expected);
        }
      }),
    );
  });
});
