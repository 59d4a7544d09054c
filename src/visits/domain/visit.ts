import type { DocumentData } from '../../shared/visitor';
import { AppError } from '../../shared/errors/app-error';
import { type AdmissionFacts, admit } from './admission';
import { finalStates, moves, type VisitCommand, VisitState } from './visit-state';

/** Why a visit was rejected (contract 8). */
export const RejectReason = { Denied: 0, Cancelled: 1, NoShow: 2, Expired: 3 } as const;
export type RejectReason = (typeof RejectReason)[keyof typeof RejectReason];

/** One step of a visit, as its history keeps it. */
export interface Move {
  readonly command: VisitCommand | 'create' | 'schedule';
  /** Null for the first one. */
  readonly from: VisitState | null;
  readonly to: VisitState;
  readonly at: Date;
  readonly reason: string | null;
  readonly reasonCode: RejectReason | null;
  /** A document that was shown and is to be kept for the visitor, who had none on file. */
  readonly document: DocumentData | null;
}

/** When a command is given, and what the caller says for it. */
export interface Occasion {
  readonly at: Date;
  readonly reason: string | null;
}

/** What a visit begins with. */
export interface VisitBeginning {
  readonly id: string;
  /** User id of who announced or registered it. */
  readonly createdBy: string;
  /** Path of the visited unit. */
  readonly structure: string | null;
  /** Six digits that nobody can guess. */
  readonly entryCode: string;
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly at: Date;
}

/** What is changed of a visit: undefined stays as it is. */
export interface VisitRevision {
  /** Names of the members that are changed, for the history. */
  readonly members: readonly string[];
  readonly validFrom?: Date;
  readonly validTo?: Date;
  /** Path of the visited unit; null takes it away. */
  readonly structure?: string | null;
  /** Whether somebody else is to confirm now, so that a confirmation counts no more. */
  readonly isForAnother: boolean;
}

/** A visit as it is stored: what its moves depend on and change. */
export interface VisitSnapshot {
  readonly id: string;
  /** As it was when loaded; it counts the saves, and a save under an outdated one is refused. */
  readonly version: number;
  readonly state: VisitState;
  readonly createdBy: string;
  readonly structure: string | null;
  /** PersonId of the host or escort who confirmed. */
  readonly approvedBy: string | null;
  /** Null once the visit is over. */
  readonly entryCode: string | null;
  readonly validFrom: Date;
  readonly validTo: Date;
}

/** A visit, and what may be done with it when (contract 8). Every method refuses with an `AppError` and then changes nothing. */
export class Visit {
  private readonly done: Move[] = [];

  private constructor(private current: VisitSnapshot) {}

  /** A walk-in at the desk. */
  static create(beginning: VisitBeginning, reason: string): Visit {
    return Visit.begin('create', VisitState.New, beginning, reason);
  }

  /** A visit announced for a date. */
  static schedule(beginning: VisitBeginning, reason: string): Visit {
    return Visit.begin('schedule', VisitState.Planned, beginning, reason);
  }

  static restore(snapshot: VisitSnapshot): Visit {
    return new Visit(snapshot);
  }

  snapshot(): VisitSnapshot {
    return this.current;
  }

  /** The steps since the visit was begun or restored, in order. */
  get moves(): readonly Move[] {
    return this.done;
  }

  get id(): string {
    return this.current.id;
  }

  /** The shown document must be the one on file; where there is none, it is kept. @throws AppError VisitCannotMove, IdentityNotVerified */
  verifyByDocument(shown: DocumentData, onFile: DocumentData | null, occasion: Occasion): void {
    this.mustAllow('verify');
    if (onFile && !sameDocument(shown, onFile)) throw new AppError('IdentityNotVerified', this.id);
    this.moveTo(VisitState.Verified, 'verify', occasion, { document: onFile ? null : shown });
  }

  /** The entry code works from `validFrom` to `validTo`. @throws AppError VisitCannotMove, IdentityNotVerified */
  verifyByEntryCode(code: string, occasion: Occasion): void {
    this.mustAllow('verify');
    const { entryCode, validFrom, validTo } = this.current;
    const inTime = validFrom <= occasion.at && occasion.at <= validTo;
    if (!inTime || entryCode !== code) throw new AppError('IdentityNotVerified', this.id);
    this.moveTo(VisitState.Verified, 'verify', occasion);
  }

  /** The reader matched the finger already; its user vouches for it. @throws AppError VisitCannotMove */
  verifyByFingerprint(occasion: Occasion): void {
    this.moveTo(VisitState.Verified, 'verify', occasion);
  }

  /** The admission check. @throws AppError VisitCannotMove */
  check(facts: AdmissionFacts, occasion: Occasion): void {
    this.moveTo(admit(facts, this.isConfirmed, occasion.at), 'check', occasion);
  }

  /**
   * Repeats the check because something that it looks at has changed; a step only when its outcome did.
   * @throws AppError VisitCannotMove
   */
  recheck(facts: AdmissionFacts, occasion: Occasion): void {
    if (admit(facts, this.isConfirmed, occasion.at) !== this.current.state) this.check(facts, occasion);
  }

  /** The host or escort confirms: ahead of time it is kept for the check, at the door it repeats the check. @throws AppError VisitCannotMove */
  approve(personId: string, facts: AdmissionFacts, occasion: Occasion): void {
    this.moveTo(this.wasChecked ? admit(facts, true, occasion.at) : this.current.state, 'approve', occasion);
    this.current = { ...this.current, approvedBy: personId };
  }

  /**
   * Before the visit is in the area. What was checked is checked again, for what the check looks at may be changed.
   * Where nothing is changed, there is no step.
   * @throws AppError VisitCannotMove
   */
  update(revision: VisitRevision, facts: AdmissionFacts, { at }: Pick<Occasion, 'at'>): void {
    this.mustAllow('update');
    if (revision.members.length === 0) return;
    const { validFrom, validTo, structure, approvedBy } = this.current;
    const kept = revision.isForAnother ? null : approvedBy;
    const to = isChecked(this.current.state) ? admit(facts, kept !== null, at) : this.current.state;
    this.moveTo(to, 'update', { at, reason: `changed: ${revision.members.join(', ')}` });
    this.current = {
      ...this.current,
      validFrom: revision.validFrom ?? validFrom,
      validTo: revision.validTo ?? validTo,
      structure: revision.structure === undefined ? structure : revision.structure,
      approvedBy: kept,
    };
  }

  /** Into the area. @throws AppError VisitCannotMove */
  enter(occasion: Occasion): void {
    this.moveTo(VisitState.InArea, 'enter', occasion);
  }

  /** Out of the area, to come back. @throws AppError VisitCannotMove */
  stepOut(occasion: Occasion): void {
    this.moveTo(VisitState.Valid, 'stepOut', occasion);
  }

  /** Left for good: from now on the visit is no longer valid and its entry code works no more. @throws AppError VisitCannotBeEnded */
  end(occasion: Occasion): void {
    this.moveTo(VisitState.Left, 'end', occasion);
    this.current = { ...this.current, validTo: occasion.at };
  }

  /** Refused, cancelled, not shown up or expired. @throws AppError VisitCannotMove */
  reject(reasonCode: RejectReason, occasion: Occasion): void {
    this.moveTo(VisitState.Rejected, 'reject', occasion, { reasonCode });
  }

  /**
   * Its time is over, and nobody has closed it: rejected, or ended where the visitor was inside and has stepped out. In the
   * area, nothing expires.
   * @throws AppError VisitCannotMove
   */
  expire(wasInside: boolean, occasion: Occasion): void {
    this.mustAllow('reject');
    if (wasInside) this.end(occasion);
    else this.reject(RejectReason.Expired, occasion);
  }

  /**
   * What is kept with a visit beside its moves is closed with it.
   * @param participle what cannot be done any more
   * @throws AppError VisitCannotMove
   */
  mustBeOpen(participle: string): void {
    const { id, state } = this.current;
    if (finalStates.includes(state)) throw new AppError('VisitCannotMove', id, state, participle);
  }

  private static begin(
    command: 'create' | 'schedule',
    state: VisitState,
    beginning: VisitBeginning,
    reason: string,
  ): Visit {
    const { at, ...rest } = beginning;
    const visit = new Visit({ ...rest, version: 0, state, approvedBy: null });
    visit.done.push({ command, from: null, to: state, at, reason, reasonCode: null, document: null });
    return visit;
  }

  private get isConfirmed(): boolean {
    return this.current.approvedBy !== null;
  }

  private get wasChecked(): boolean {
    return (
      this.current.state === VisitState.ActivityInvalid || this.current.state === VisitState.EscortUnconfirmed
    );
  }

  /** Before anything else is looked at: in the wrong state, nothing is told about it. */
  private mustAllow(command: VisitCommand): void {
    if (moves[command][this.current.state].length === 0) throw this.refusalOf(command);
  }

  private refusalOf(command: VisitCommand): AppError {
    const { id, state } = this.current;
    if (command === 'end') return new AppError('VisitCannotBeEnded', id);
    return new AppError('VisitCannotMove', id, state, participles[command]);
  }

  private moveTo(
    to: VisitState,
    command: VisitCommand,
    { at, reason }: Occasion,
    { reasonCode = null, document = null }: Partial<Pick<Move, 'reasonCode' | 'document'>> = {},
  ): void {
    const { state: from, entryCode } = this.current;
    if (!moves[command][from].includes(to)) throw this.refusalOf(command);
    this.done.push({ command, from, to, at, reason, reasonCode, document });
    const over = finalStates.includes(to);
    this.current = { ...this.current, state: to, entryCode: over ? null : entryCode };
  }
}

const participles: Readonly<Record<Exclude<VisitCommand, 'end'>, string>> = {
  verify: 'verified',
  check: 'checked',
  approve: 'approved',
  update: 'updated',
  enter: 'entered',
  stepOut: 'stepped out',
  reject: 'rejected',
};

/** Whether the outcome of the admission check stands for the visit. */
function isChecked(state: VisitState): boolean {
  return moves.update[state].includes(VisitState.Valid);
}

function sameDocument(a: DocumentData, b: DocumentData): boolean {
  return a.number === b.number && a.state === b.state && a.type === b.type;
}
