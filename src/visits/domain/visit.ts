import { type DocumentData, documentKey } from '../../shared/visitor';
import { AppError } from '../../shared/errors/app-error';
import { type AdmissionFacts, admit, type Circumstances } from './admission';
import type { AdmissionWindow } from './admission-window';
import { type Move, type Occasion, RejectReason, type VisitBeginning } from './move';
import { passHolds, type ShownPass } from './shown-pass';
import { isChangedInArea, type VisitRevision } from './visit-revision';
import { VisitState } from '../../shared/visit';
import { allowedMoves, finalStates, participles, type VisitCommand } from './visit-state';

/** What happens to a document that is shown for a visitor without one on file. */
export type Keeping = 'kept' | 'not kept' | /** Not kept, and on file for another visitor. */ 'of another';

/** A visit as it is stored: what its moves depend on and change. */
export interface VisitSnapshot {
  readonly id: string;
  /** As loaded. It counts the saves; a save with an outdated version is refused. */
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
  /** When it took its last step. */
  readonly movedAt: Date;
}

/** A visit, and which commands it allows when (docs/visit-states.md). A method that refuses throws an `AppError` and changes nothing. */
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

  /** From a snapshot, or from anything that has its members. */
  static restore(stored: VisitSnapshot): Visit {
    const { id, version, state, createdBy, structure, approvedBy, entryCode, validFrom, validTo, movedAt } =
      stored;
    const times = { validFrom, validTo, movedAt };
    return new Visit({ id, version, state, createdBy, structure, approvedBy, entryCode, ...times });
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

  /**
   * The shown document must be the one on file; where there is none, it must not be that of another visitor.
   * @throws AppError VisitCannotMove, IdentityNotVerified
   */
  verifyByDocument(
    shown: DocumentData,
    onFile: DocumentData | null,
    occasion: Occasion,
    keeping: Keeping = 'kept',
  ): void {
    this.mustAllow('verify');
    const isWrong = onFile ? documentKey(shown) !== documentKey(onFile) : keeping === 'of another';
    if (isWrong) throw new AppError('IdentityNotVerified', this.id);
    const document = onFile === null && keeping === 'kept' ? shown : null;
    this.moveTo(VisitState.Verified, 'verify', occasion, { document });
  }

  /**
   * The entry code works within the window, and so does a pass that we signed, within its own time.
   * @param shown the code, or the pass; undefined for one that we did not sign
   * @throws AppError VisitCannotMove, IdentityNotVerified
   */
  verifyByEntryCode(
    shown: string | ShownPass | undefined,
    occasion: Occasion,
    window: AdmissionWindow,
  ): void {
    this.mustAllow('verify');
    const { id, entryCode } = this.current;
    const isRight = typeof shown === 'string' ? shown === entryCode : passHolds(shown, id, occasion.at);
    if (!isRight || !window.includes(this.current, occasion.at))
      throw new AppError('IdentityNotVerified', id);
    this.moveTo(VisitState.Verified, 'verify', occasion);
  }

  /** The reader has matched the finger; its user vouches for that. @throws AppError VisitCannotMove */
  verifyByFingerprint(occasion: Occasion): void {
    this.moveTo(VisitState.Verified, 'verify', occasion);
  }

  /** The admission check. @throws AppError VisitCannotMove, VisitOutsideWindow */
  check(facts: AdmissionFacts, occasion: Occasion, window: AdmissionWindow): void {
    this.mustBeWithin(window, 'check', occasion.at);
    this.moveTo(admit(facts, this.isConfirmed, occasion.at), 'check', occasion);
  }

  /**
   * Repeats the check after something that it depends on has changed. It makes a step only when the outcome differs. It
   * admits no visitor, so it is allowed at any time.
   * @throws AppError VisitCannotMove
   */
  recheck(facts: AdmissionFacts, occasion: Occasion): void {
    const outcome = admit(facts, this.isConfirmed, occasion.at);
    if (outcome !== this.current.state) this.moveTo(outcome, 'check', occasion);
  }

  /** The host or escort confirms: ahead of time it is kept for the check, at the door it repeats the check. @throws AppError VisitCannotMove */
  approve(personId: string, facts: AdmissionFacts, occasion: Occasion): void {
    this.moveTo(this.wasChecked ? admit(facts, true, occasion.at) : this.current.state, 'approve', occasion);
    this.current = { ...this.current, approvedBy: personId };
  }

  /**
   * Repeats a check that was made, because the update may change what it depends on. In the area only the card and the end
   * can be changed, so that a guest can stay longer. Without a change there is no step.
   * @throws AppError VisitCannotMove
   */
  update(revision: VisitRevision, facts: AdmissionFacts, occasion: Occasion): void {
    this.mustAllow('update');
    if (this.current.state === VisitState.InArea && !revision.changed.every(isChangedInArea))
      throw this.refusalOf('update');
    if (revision.changed.length === 0) return;
    const { validFrom, validTo, structure, approvedBy } = this.current;
    const kept = revision.isForAnother ? null : approvedBy;
    const to = isChecked(this.current.state) ? admit(facts, kept !== null, occasion.at) : this.current.state;
    this.moveTo(to, 'update', occasion);
    this.current = {
      ...this.current,
      validFrom: revision.validFrom ?? validFrom,
      validTo: revision.validTo ?? validTo,
      structure: revision.structure === undefined ? structure : revision.structure,
      approvedBy: kept,
    };
  }

  /** Into the area. @throws AppError VisitCannotMove, VisitOutsideWindow */
  enter(occasion: Occasion, window: AdmissionWindow): void {
    this.mustBeWithin(window, 'enter', occasion.at);
    this.moveTo(VisitState.InArea, 'enter', occasion);
  }

  /** Out of the area, to come back. @throws AppError VisitCannotMove */
  stepOut(occasion: Occasion): void {
    this.moveTo(VisitState.Valid, 'stepOut', occasion);
  }

  /**
   * The visitor has left for good: the visit and its entry code are no longer valid. A visit that is left before its
   * beginning ends at its beginning.
   * @throws AppError VisitCannotBeEnded
   */
  end(occasion: Occasion): void {
    this.moveTo(VisitState.Left, 'end', occasion);
    const { validFrom, movedAt } = this.current;
    this.current = { ...this.current, validTo: later(movedAt, validFrom) };
  }

  /** Refused, cancelled, not shown up or expired. @throws AppError VisitCannotMove */
  reject(reasonCode: RejectReason, occasion: Occasion): void {
    this.moveTo(VisitState.Rejected, 'reject', occasion, { reasonCode });
  }

  /**
   * Closes a visit whose time is over: rejects it, or ends it if the visitor was inside and has stepped out. In the area, no
   * visit expires.
   * @throws AppError VisitCannotMove
   */
  expire(wasInside: boolean, occasion: Occasion): void {
    this.mustAllow('reject');
    if (wasInside) this.end(occasion);
    else this.reject(RejectReason.Expired, occasion);
  }

  /**
   * For what belongs to a visit beside its moves, such as photos.
   * @param participle what a closed visit refuses
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
    const visit = new Visit({ ...rest, version: 0, state, approvedBy: null, movedAt: at });
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

  /** Called first: in the wrong state, a refusal must not reveal anything else. */
  private mustAllow(command: VisitCommand): void {
    if (allowedMoves[command][this.current.state].length === 0) throw this.refusalOf(command);
  }

  /** A wrong state is refused before a wrong time. When the clock was set back, the time of the last step counts. */
  private mustBeWithin(window: AdmissionWindow, command: 'check' | 'enter', at: Date): void {
    this.mustAllow(command);
    if (window.includes(this.current, later(at, this.current.movedAt))) return;
    const { from, to } = window.of(this.current);
    throw new AppError('VisitOutsideWindow', this.id, from.toISOString(), to.toISOString());
  }

  private refusalOf(command: VisitCommand): AppError {
    const { id, state } = this.current;
    if (command === 'end') return new AppError('VisitCannotBeEnded', id);
    return new AppError('VisitCannotMove', id, state, participles[command]);
  }

  /** When the clock was set back, the step takes the time of the step before: a history never runs backwards. */
  private moveTo(
    to: VisitState,
    command: VisitCommand,
    { at, reason }: Occasion,
    { reasonCode = null, document = null }: Partial<Pick<Move, 'reasonCode' | 'document'>> = {},
  ): void {
    const { state: from, entryCode, movedAt: before } = this.current;
    if (!allowedMoves[command][from].includes(to)) throw this.refusalOf(command);
    const movedAt = later(at, before);
    this.done.push({ command, from, to, at: movedAt, reason, reasonCode, document });
    const over = finalStates.includes(to);
    this.current = { ...this.current, state: to, entryCode: over ? null : entryCode, movedAt };
  }
}

/** Gives each command with valid parameters, so that only the state and the circumstances can refuse it. */
export const tryOut: Readonly<Record<VisitCommand, (visit: Visit, circumstances: Circumstances) => void>> = {
  verify: (visit, { at }) => visit.verifyByFingerprint({ at, reason: null }),
  check: (visit, { facts, at, window }) => visit.check(facts, { at, reason: null }, window),
  approve: (visit, { facts, at }) => visit.approve('', facts, { at, reason: null }),
  update: (visit, { facts, at }) =>
    visit.update({ changed: ['validTo'], isForAnother: false }, facts, { at, reason: null }),
  enter: (visit, { at, window }) => visit.enter({ at, reason: null }, window),
  stepOut: (visit, { at }) => visit.stepOut({ at, reason: null }),
  end: (visit, { at }) => visit.end({ at, reason: null }),
  reject: (visit, { at }) => visit.reject(0, { at, reason: null }),
};

function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}

/** Whether the state is an outcome of the admission check. */
function isChecked(state: VisitState): boolean {
  return allowedMoves.update[state].includes(VisitState.Valid);
}
