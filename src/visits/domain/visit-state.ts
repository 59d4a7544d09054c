import type { RecordRight } from '../../shared/caller';
import { words } from '../../shared/enumeration';
import { VisitState } from '../../shared/visit';

/** What can be done with a visit that exists. */
export type VisitCommand = 'verify' | 'check' | 'approve' | 'update' | 'enter' | 'stepOut' | 'end' | 'reject';

const onVisits: Readonly<Record<VisitCommand, string>> = {
  verify: 'the identity of the visitor is verified',
  check: 'whether the visitor may be admitted is checked',
  approve: 'the host or the escort confirms',
  update: 'what the visit is about is changed',
  enter: 'the visitor goes into the area',
  stepOut: 'the visitor goes out of the area, to come back',
  end: 'the visitor has left for good',
  reject: 'the visitor is refused, or does not come',
};

export const visitCommands = words('VisitCommand', 'Command on a visit, as in visit/{Command}', onVisits);

/** What a step of a visit was made by. */
export type StepCommand = 'create' | 'schedule' | VisitCommand;

export const stepCommands = words<StepCommand>('StepCommand', 'What a step of a visit was made by', {
  create: 'the visit began at the desk',
  schedule: 'the visit was announced',
  ...onVisits,
});

const { New, Planned, Verified, ActivityInvalid, EscortUnconfirmed, Valid, InArea, Left, Rejected } =
  VisitState;
const checked = [ActivityInvalid, EscortUnconfirmed, Valid] as const;

/**
 * Which command may lead from which state to which. The only statement of it in the program: whether a
 * move may ever follow is said here, whether it may follow now by the methods of the aggregate.
 */
export const allowedMoves: Readonly<
  Record<VisitCommand, Readonly<Record<VisitState, readonly VisitState[]>>>
> = {
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
    6: [InArea],
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

/** The record permission that a command asks for; `end` asks for View, as EFG AktionNEXT does. */
export const rightFor: Readonly<Record<VisitCommand, RecordRight>> = {
  verify: 'Edit',
  check: 'Edit',
  approve: 'Edit',
  update: 'Edit',
  enter: 'Edit',
  stepOut: 'Edit',
  end: 'View',
  reject: 'Edit',
};

/** What a visit cannot be, in the texts of refusals. */
export const participles: Readonly<Record<Exclude<VisitCommand, 'end'>, string>> = {
  verify: 'verified',
  check: 'checked',
  approve: 'approved',
  update: 'updated',
  enter: 'entered',
  stepOut: 'stepped out',
  reject: 'rejected',
};
