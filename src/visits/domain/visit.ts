import { type DocumentData, documentKey } from '../../shared/visitor';
import { AppError } from '../../shared/errors/app-error';
import { type AdmissionFacts, admit } from './admission';
import type { AdmissionWindow } from './admission-window';
import { type Move, RejectReason } from './move';
import { passHolds, type ShownPass } from './shown-pass';
import { isChangedInArea, type VisitRevision } from './visit-revision';
import { VisitState } from '../../shared/visit';
import { finalStates, moves, participles, type VisitCommand } from './visit-state';

/** What becomes of a document that is shown for a visitor who has none on file. */
export type Keeping = 'kept' | 'not kept' | /** Not kept, and on file for another visitor. */ 'of another';

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
  /** When it took its last step. */
  readonly movedAt: Date;
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

  /** The reader matched the finger already; its user vouches for it. @throws AppError VisitCannotMove */
  verifyByFingerprint(occasion: Occasion): void {
    this.moveTo(VisitState.Verified, 'verify', occasion);
  }

  /** The admission check. @throws AppError VisitCannotMove, VisitOutsideWindow */
  check(facts: AdmissionFacts, occasion: Occasion, window: AdmissionWindow): void {
    this.mustBeWithin(window, 'check', occasion.at);
    this.moveTo(admit(facts, this.isConfirmed, occasion.at), 'check', occasion);
  }

  /**
   * Repeats the check because something that it looks at has changed; a step only when its outcome did. It lets nobody in,
   * so it may come at any time.
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
   * What was checked is checked again, for what the check looks at may be changed. In the area only the card and the end
   * may be changed, so that a guest can stay longer. Where nothing is changed, there is no step.
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
   * Left for good: from now on the visit is no longer valid and its entry code works no more. Who came and left early has a
   * visit that ends as it begins.
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

  /** Before anything else is looked at: in the wrong state, nothing is told about it. */
  private mustAllow(command: VisitCommand): void {
    if (moves[command][this.current.state].length === 0) throw this.refusalOf(command);
  }

  /** A wrong state is told before a wrong time. Where the clock was set back, the step is as late as the one before. */
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

  /** Where the clock was set back, the step is as late as the one before: the history of a visit never runs backwards. */
  private moveTo(
    to: VisitState,
    command: VisitCommand,
    { at, reason }: Occasion,
    { reasonCode = null, document = null }: Partial<Pick<Move, 'reasonCode' | 'document'>> = {},
  ): void {
    const { state: from, entryCode, movedAt: before } = this.current;
    if (!moves[command][from].includes(to)) throw this.refusalOf(command);
    const movedAt = later(at, before);
    this.done.push({ command, from, to, at: movedAt, reason, reasonCode, document });
    const over = finalStates.includes(to);
    this.current = { ...this.current, state: to, entryCode: over ? null : entryCode, movedAt };
  }
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}

/** Whether the outcome of the admission check stands for the visit. */
function isChecked(state: VisitState): boolean {
  return moves.update[state].includes(VisitState.Valid);
}
