import { Injectable } from '@nestjs/common';
import type { Caller } from '../../shared/caller';
import { Clock } from '../../shared/clock';
import { AppError } from '../../shared/errors/app-error';
import { type AdmissionFacts, unmet } from '../domain/admission';
import { Visit } from '../domain/visit';
import { moves, type VisitCommand, VisitState } from '../domain/visit-state';
import { wayTo } from '../domain/way-to';
import { mustTouch } from './move-visit';
import { VisitFacts, VisitRepository, type VisitView } from './ports';
import { VisitAnswers } from './visit-answer';

/** What stands in the way, and what would clear it. */
export interface Clearance {
  /**
   * A command to be given first; an activity that the visitor lacks; the word of a person; or what an administrator
   * gives: a privilege, a record permission, a setting.
   */
  readonly kind: 'command' | 'activity' | 'confirmation' | 'privilege' | 'recordPermission' | 'setting';
  /** Name of the command, title of the activity, PersonId (empty: of any host or escort), agenda and right. */
  readonly name: string;
}

/** What a command would come to, were it given now. */
export interface Transition {
  readonly command: VisitCommand;
  readonly refusal: AppError | null;
  /** The state that it would lead to; null where it is refused. */
  readonly to: VisitState | null;
  readonly clearedBy: readonly Clearance[];
}

/** Tells beforehand what the commands on a visit would come to: by trying each, on a visit that is then thrown away. */
@Injectable()
export class ForeseeVisit {
  constructor(
    private readonly answers: VisitAnswers,
    private readonly visits: VisitRepository,
    private readonly facts: VisitFacts,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError VisitNotExists, VisitsViewPermission */
  async execute(caller: Caller, visitId: string): Promise<{ state: VisitState; transitions: Transition[] }> {
    const view = await this.answers.viewable(caller, visitId);
    const visit = await this.visits.find(visitId);
    if (!visit) throw new AppError('VisitNotExists');
    const snapshot = visit.snapshot();
    const facts = await this.facts.admissionOf(visitId);
    const at = this.clock.now();
    const transitions = (Object.keys(moves) as VisitCommand[]).map(command => {
      const trial = Visit.restore(snapshot);
      const refusal = refusalOf(() => {
        mustTouch(caller, command, trial);
        give[command](trial, facts, at);
      });
      const to = refusal ? null : trial.snapshot().state;
      return {
        command,
        refusal,
        to,
        clearedBy: clearancesOf({ command, refusal, to }, visit, facts, view, at),
      };
    });
    return { state: snapshot.state, transitions };
  }
}

/** Each command as it is given when whatever it depends on beyond state and facts is as it should be. */
const give: Readonly<Record<VisitCommand, (visit: Visit, facts: AdmissionFacts, at: Date) => void>> = {
  verify: (visit, _, at) => visit.verifyByFingerprint({ at, reason: null }),
  check: (visit, facts, at) => visit.check(facts, { at, reason: null }),
  approve: (visit, facts, at) => visit.approve('', facts, { at, reason: null }),
  update: (visit, facts, at) => visit.update({ members: [''], isForAnother: false }, facts, { at }),
  enter: (visit, _, at) => visit.enter({ at, reason: null }),
  stepOut: (visit, _, at) => visit.stepOut({ at, reason: null }),
  end: (visit, _, at) => visit.end({ at, reason: null }),
  reject: (visit, _, at) => visit.reject(0, { at, reason: null }),
};

function refusalOf(attempt: () => void): AppError | null {
  try {
    attempt();
    return null;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

/** What the check would miss is told wherever the check, or its outcome, stands in the way. */
function clearancesOf(
  { command, refusal, to }: Omit<Transition, 'clearedBy'>,
  visit: Visit,
  facts: AdmissionFacts,
  view: VisitView,
  at: Date,
): Clearance[] {
  if (refusal?.code === 'VisitsEditPermission') return [{ kind: 'recordPermission', name: 'Edit' }];
  const way = refusal ? wayTo(command, visit.snapshot().state) : [];
  if (!way) return [];
  const isUnmet = to === VisitState.ActivityInvalid || to === VisitState.EscortUnconfirmed;
  const missing = way.includes('check') || isUnmet ? missingOf(visit, facts, view, at) : [];
  return [...way.map((name): Clearance => ({ kind: 'command', name })), ...missing];
}

function missingOf(visit: Visit, facts: AdmissionFacts, view: VisitView, at: Date): Clearance[] {
  const { activities, confirmation } = unmet(facts, visit.snapshot().approvedBy !== null, at);
  const persons = [view.visitedPerson, view.escort].flatMap(person => (person ? [person.personId] : []));
  const confirming = persons.length > 0 ? persons : [''];
  return [
    ...activities.map((name): Clearance => ({ kind: 'activity', name })),
    ...(confirmation ? confirming.map((name): Clearance => ({ kind: 'confirmation', name })) : []),
  ];
}
