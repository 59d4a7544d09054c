import { Injectable } from '@nestjs/common';
import type { Caller } from '../../shared/caller';
import { Clock } from '../../shared/clock';
import { words } from '../../shared/enumeration';
import { AppError } from '../../shared/errors/app-error';
import { type Circumstances, unmet } from '../domain/admission';
import { AdmissionWindow } from '../domain/admission-window';
import { tryOut, Visit } from '../domain/visit';
import { VisitState } from '../../shared/visit';
import { allowedMoves, type VisitCommand } from '../domain/visit-state';
import { wayTo } from '../domain/way-to';
import { mustTouch } from './move-visit';
import { VisitFacts, type VisitView } from './ports';
import { VisitAnswers } from './visit-answer';

export type ClearanceKind =
  'command' | 'activity' | 'confirmation' | 'time' | 'privilege' | 'recordPermission' | 'setting';

export const clearanceKinds = words<ClearanceKind>('ClearanceKind', 'What would clear the way', {
  command: 'a command that is given first',
  activity: 'an activity that is recorded for the visitor',
  confirmation: 'the word of a person, by approve',
  time: 'a time, which has to be waited for',
  privilege: 'a privilege, which an administrator gives',
  recordPermission: 'a record permission, which an administrator gives',
  setting: 'a setting, which an administrator changes',
});

/** What stands in the way, and what would clear it. */
export interface Clearance {
  readonly kind: ClearanceKind;
  /** Name of the command, title of the activity, PersonId (empty: of any host or escort), instant in UTC, agenda and right. */
  readonly name: string;
}

/** The outcome of a command if it were given now. */
export interface Transition {
  readonly command: VisitCommand;
  readonly refusal: AppError | null;
  /** The state that it would lead to; null where it is refused. */
  readonly to: VisitState | null;
  readonly clearedBy: readonly Clearance[];
}

/** Finds the outcome of every command on a visit by trying each on a copy. */
@Injectable()
export class ForeseeVisit {
  constructor(
    private readonly answers: VisitAnswers,
    private readonly facts: VisitFacts,
    private readonly clock: Clock,
    private readonly window: AdmissionWindow,
  ) {}

  /** @throws AppError VisitNotExists, VisitsViewPermission */
  async execute(caller: Caller, visitId: string): Promise<{ state: VisitState; transitions: Transition[] }> {
    const view = await this.answers.viewable(caller, visitId);
    const facts = await this.facts.admissionOf(visitId);
    const circumstances = { facts, at: this.clock.now(), window: this.window };
    const transitions = (Object.keys(allowedMoves) as VisitCommand[]).map(command => {
      const trial = Visit.restore(view);
      const refusal = refusalOf(() => {
        mustTouch(caller, command, view);
        tryOut[command](trial, circumstances);
      });
      const to = refusal ? null : trial.snapshot().state;
      const transition = { command, refusal, to };
      return { ...transition, clearedBy: clearancesOf(transition, view, circumstances) };
    });
    return { state: view.state, transitions };
  }
}

function refusalOf(attempt: () => void): AppError | null {
  try {
    attempt();
    return null;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

/** Lists what the check would miss and a time that has not come, wherever they block the command. */
function clearancesOf(
  { command, refusal, to }: Omit<Transition, 'clearedBy'>,
  visit: VisitView,
  circumstances: Circumstances,
): Clearance[] {
  if (refusal?.code === 'VisitsEditPermission') return [{ kind: 'recordPermission', name: 'Edit' }];
  const way = refusal ? wayTo(command, visit.state) : [];
  if (!way) return [];
  const isUnmet = to === VisitState.ActivityInvalid || to === VisitState.EscortUnconfirmed;
  const missing = way.includes('check') || isUnmet ? missingOf(visit, circumstances) : [];
  const isTimed = refusal !== null && [...way, command].some(each => each === 'check' || each === 'enter');
  return [
    ...way.map((name): Clearance => ({ kind: 'command', name })),
    ...(isTimed ? untimelyOf(visit, circumstances) : []),
    ...missing,
  ];
}

/** Before the window, the time has to come; after it, the end of the visit has to be moved. */
function untimelyOf(visit: VisitView, { at, window }: Circumstances): Clearance[] {
  const { from, to } = window.of(visit);
  if (at < from) return [{ kind: 'time', name: from.toISOString() }];
  return at > to ? [{ kind: 'command', name: 'update' }] : [];
}

function missingOf(visit: VisitView, { facts, at }: Circumstances): Clearance[] {
  const { activities, confirmation } = unmet(facts, visit.approvedBy !== null, at);
  const persons = [visit.visitedPerson, visit.escort].flatMap(person => (person ? [person.personId] : []));
  const confirming = persons.length > 0 ? persons : [''];
  return [
    ...activities.map((name): Clearance => ({ kind: 'activity', name })),
    ...(confirmation ? confirming.map((name): Clearance => ({ kind: 'confirmation', name })) : []),
  ];
}
