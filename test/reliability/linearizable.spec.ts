import { type Call, isLinearizable, type Model } from '../recipes/linearizable';
import { isExplained, type VisitCall } from '../recipes/visit-model';
import { VisitState } from '../../src/shared/visit';

const { New, Verified, Valid, InArea, Left, Rejected } = VisitState;

/** A call from one moment to another; none: its answer never came. */
const call = (
  command: VisitCall['command'],
  [calledAt, answeredAt]: readonly [number, number?],
  rest: Pick<VisitCall, 'answer' | 'reason'> = {},
): VisitCall => ({ command, calledAt, answeredAt, ...rest });

type At = readonly [from: number, to: number];
const done = (command: VisitCall['command'], at: At, state: VisitState) =>
  call(command, at, { answer: { refusal: null, state } });
const refused = (command: VisitCall['command'], at: At, refusal: number) =>
  call(command, at, { answer: { refusal } });
const created = (at: At, reason = 'a') =>
  call('create', at, { reason, answer: { refusal: null, state: New, reason } });
const updated = (at: At, state: VisitState, reason: string) =>
  call('update', at, { reason, answer: { refusal: null, state, reason } });
const got = (at: At, state: VisitState, reason = 'a') =>
  call('get', at, { answer: { refusal: null, state, reason } });
const unanswered = (command: VisitCall['command'], from: number, reason?: string) =>
  call(command, [from], { reason });

/** One after the other, into the area. */
const inside = [
  created([0, 1]),
  done('verify', [2, 3], Verified),
  done('check', [4, 5], Valid),
  done('enter', [6, 7], InArea),
];

const good: Record<string, VisitCall[]> = {
  'nothing at all': [],
  'one after the other': [...inside, done('end', [8, 9], Left), got([10, 11], Left)],
  'in no order of the list': [got([10, 11], Left), done('end', [8, 9], Left), ...[...inside].reverse()],
  'a winner, and one that overlaps and is refused': [
    ...inside,
    done('end', [8, 12], Left),
    refused('end', [9, 10], 1545),
  ],
  'a read that overlaps the end sees it before its answer': [
    ...inside,
    done('end', [8, 12], Left),
    got([9, 10], Left),
  ],
  'a read that overlaps the end sees it not yet': [
    ...inside,
    done('end', [8, 12], Left),
    got([9, 13], InArea),
  ],
  'a read before the visit is there': [
    refused('get', [0, 4], 1540),
    created([1, 2]),
    refused('create', [3, 5], 9101),
  ],
  'an update and a step that overlap, in the order that fits': [
    ...inside.slice(0, 3),
    done('enter', [6, 10], InArea),
    updated([7, 11], Valid, 'b'),
    got([12, 13], InArea, 'b'),
  ],
  'an outcome that nobody knows, and that must have happened': [
    ...inside,
    unanswered('end', 8),
    got([20, 21], Left),
  ],
  'an outcome that nobody knows, and that must not have happened': [
    ...inside,
    unanswered('end', 8),
    got([20, 21], InArea),
    done('stepOut', [22, 23], Valid),
    done('reject', [24, 25], Rejected),
    got([30, 31], Rejected),
  ],
  'an outcome that nobody knows, and that happened long after': [
    ...inside,
    unanswered('end', 8),
    got([20, 21], InArea),
    got([22, 23], Left),
  ],
  'created, and rejected by another before the answer': [
    call('create', [0, 9], { reason: 'a', answer: { refusal: null, state: Rejected, reason: 'a' } }),
    done('reject', [3, 4], Rejected),
  ],
  'a command that others were faster than': [...inside, refused('end', [8, 9], 1544), got([10, 11], InArea)],
  'checked, and left without having entered': [...inside.slice(0, 3), done('end', [8, 9], Left)],
};

const bad: Record<string, VisitCall[]> = {
  'two winners': [...inside, done('end', [8, 12], Left), done('end', [9, 11], Left)],
  'two who created it': [created([0, 5], 'a'), created([1, 4], 'b')],
  'a lost update': [
    ...inside.slice(0, 3),
    updated([6, 8], Valid, 'b'),
    updated([10, 11], Valid, 'c'),
    got([12, 13], Valid, 'b'),
  ],
  'an update that is lost in a step that overlaps': [
    ...inside.slice(0, 3),
    done('enter', [6, 10], InArea),
    updated([7, 11], Valid, 'b'),
    got([12, 13], InArea, 'a'),
  ],
  'a read after an acknowledged end that sees it not': [
    ...inside,
    done('end', [8, 9], Left),
    got([10, 11], InArea),
  ],
  'two reads that see it back and forth': [
    ...inside,
    done('end', [8, 20], Left),
    got([9, 10], Left),
    got([11, 12], InArea),
  ],
  'an update that is answered with what was before it': [
    created([0, 1]),
    call('update', [2, 3], { reason: 'b', answer: { refusal: null, state: New, reason: 'a' } }),
    got([4, 5], New, 'b'),
  ],
  'a refusal before anybody could have ended it': [
    ...inside,
    refused('end', [8, 9], 1545),
    done('end', [10, 11], Left),
  ],
  'a refusal with the number of another command': [...inside, refused('enter', [8, 9], 1545)],
  'an unknown end that is seen, and then not': [
    ...inside,
    unanswered('end', 8),
    got([20, 21], Left),
    got([22, 23], InArea),
  ],
  'an unknown end that happened before it was called': [...inside, got([8, 9], Left), unanswered('end', 10)],
  'an unknown end that would have to happen twice': [
    ...inside,
    unanswered('end', 8),
    refused('end', [10, 11], 1545),
    done('stepOut', [12, 13], Valid),
  ],
  'a command of one who was not let in': [created([0, 1]), done('enter', [2, 3], InArea)],
  'an answer with a state that the command does not lead to': [
    created([0, 1]),
    done('verify', [2, 3], Valid),
  ],
  'a command that others were faster than, and that was done': [
    ...inside,
    refused('end', [8, 9], 1544),
    got([10, 11], Left),
  ],
  'a visit that is gone': [...inside, refused('get', [8, 9], 1540)],
};

describe('a history of a visit', () => {
  it.each(Object.entries(good))('is linearizable: %s', (_, history) => {
    expect(isExplained(history)).toBe(true);
  });

  it.each(Object.entries(bad))('is not linearizable: %s', (_, history) => {
    expect(isExplained(history)).toBe(false);
  });
});

describe('a history of a register', () => {
  interface Access extends Call {
    readonly write?: number;
    readonly read?: number;
  }
  const register: Model<number, Access> = {
    initial: 0,
    key: String,
    next: (value, { write, read }) => (write !== undefined ? [write] : read === value ? [value] : []),
  };

  it('is judged in good time although ten calls overlap and a later answer is wrong', () => {
    const reads = Array.from({ length: 10 }, (_, index) => ({
      calledAt: index / 100,
      answeredAt: 2,
      read: 0,
    }));
    // And not every order of them.
    const everySubset = 2 ** 10 * 11;
    let steps = 0;
    const counted: typeof register = {
      ...register,
      next: (value, access) => {
        steps += 1;
        if (steps > everySubset) throw new Error('every order was looked at');
        return register.next(value, access);
      },
    };
    expect(isLinearizable([...reads, { calledAt: 3, answeredAt: 4, read: 1 }], counted)).toBe(false);
  });

  it('takes two calls that touch in one moment in either order', () => {
    const write = { calledAt: 0, answeredAt: 1, write: 1 };
    expect(isLinearizable([write, { calledAt: 1, answeredAt: 2, read: 0 }], register)).toBe(true);
    expect(isLinearizable([write, { calledAt: 1.1, answeredAt: 2, read: 0 }], register)).toBe(false);
  });

  it('sees that two readers cannot have seen two writes in different orders', () => {
    const writes = [
      { calledAt: 0, answeredAt: 10, write: 1 },
      { calledAt: 0, answeredAt: 10, write: 2 },
    ];
    const reads = (...values: number[]) =>
      values.map((read, index) => ({ calledAt: 2 * index + 1, answeredAt: 2 * index + 2, read }));
    expect(isLinearizable([...writes, ...reads(1, 2, 2)], register)).toBe(true);
    expect(isLinearizable([...writes, ...reads(1, 2, 1)], register)).toBe(false);
  });
});
