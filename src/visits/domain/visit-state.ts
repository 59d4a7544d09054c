/** The states of a visit, with the origin's values (contract 8). */
export const VisitState = {
  New: 0,
  Planned: 1,
  Verified: 2,
  ActivityInvalid: 3,
  EscortUnconfirmed: 4,
  Valid: 5,
  InArea: 6,
  Left: 7,
  Rejected: 8,
} as const;

export type VisitState = (typeof VisitState)[keyof typeof VisitState];

/** What can be done with a visit that exists. */
export type VisitCommand = 'verify' | 'check' | 'approve' | 'update' | 'enter' | 'stepOut' | 'end' | 'reject';

const { New, Planned, Verified, ActivityInvalid, EscortUnconfirmed, Valid, InArea, Left, Rejected } =
  VisitState;
const checked = [ActivityInvalid, EscortUnconfirmed, Valid] as const;

/**
 * Which command may lead from which state to which (contract 8). The only statement of it in the program: whether a
 * move may ever follow is said here, whether it may follow now by the methods of the aggregate.
 */
export const moves: Readonly<Record<VisitCommand, Readonly<Record<VisitState, readonly VisitState[]>>>> = {
  verify: { 0: [Verified], 1: [Verified], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [], 8: [] },
  check: { 0: [], 1: [], 2: checked, 3: checked, 4: checked, 5: checked, 6: [], 7: [], 8: [] },
  approve: { 0: [New], 1: [Planned], 2: [Verified], 3: checked, 4: checked, 5: [], 6: [], 7: [], 8: [] },
  update: {
    0: [New],
    1: [Planned],
    2: [Verified],
    3: checked,
    4: checked,
    5: checked,
    6: [],
    7: [],
    8: [],
  },
  enter: { 0: [], 1: [], 2: [], 3: [], 4: [], 5: [InArea], 6: [], 7: [], 8: [] },
  stepOut: { 0: [], 1: [], 2: [], 3: [], 4: [], 5: [], 6: [Valid], 7: [], 8: [] },
  end: { 0: [], 1: [], 2: [], 3: [], 4: [], 5: [Left], 6: [Left], 7: [], 8: [] },
  reject: {
    0: [Rejected],
    1: [Rejected],
    2: [Rejected],
    3: [Rejected],
    4: [Rejected],
    5: [Rejected],
    6: [],
    7: [],
    8: [],
  },
};

/** The states out of which nothing leads. */
export const finalStates: readonly VisitState[] = [Left, Rejected];
