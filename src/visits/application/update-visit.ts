import { Injectable } from '@nestjs/common';
import type { Caller } from '../../shared/caller';
import { AppError } from '../../shared/errors/app-error';
import type { Visit } from '../domain/visit';
import { MoveVisit } from './move-visit';
import { type VisitChanges, VisitFacts, type VisitView } from './ports';
import type { VisitAnswer } from './visit-answer';

/** What is changed: of what the visit is about, and of its time. */
export interface VisitUpdate {
  readonly changes: VisitChanges;
  readonly validFrom?: Date;
  readonly validTo?: Date;
}

@Injectable()
export class UpdateVisit {
  constructor(
    private readonly moveVisit: MoveVisit,
    private readonly facts: VisitFacts,
  ) {}

  /**
   * Changes a visit before it is in the area. Who confirmed it confirmed it for its host and escort: where one of these
   * changes, it is to be confirmed again.
   * @throws AppError BadParameters for a time that is over or ends before it begins, VisitCannotMove, VisitTypeNotFound,
   * PersonNotFound, StructureNotFound, IdentifierNotFound, IdentifierUnusable, IdentifierAssigned, and as `MoveVisit`
   */
  execute(caller: Caller, visitId: string, update: VisitUpdate): Promise<VisitAnswer> {
    const move = async (visit: Visit, at: Date, view: VisitView) => {
      refuseBadTime(visit, update, at);
      const facts = await this.facts.admissionOf(visitId, update.changes.visitType);
      const members = changedMembers(update, visit, view);
      const isForAnother = members.includes('VisitedPerson') || members.includes('EscortedByPerson');
      const { validFrom, validTo, changes } = update;
      const revision = { members, validFrom, validTo, structure: changes.visitedStructure, isForAnother };
      visit.update(revision, facts, { at });
    };
    return this.moveVisit.execute(caller, visitId, 'update', move, update.changes);
  }
}

function refuseBadTime(visit: Visit, update: VisitUpdate, at: Date): void {
  const { validFrom, validTo } = { ...visit.snapshot(), ...given(update) };
  const field = update.validTo ? 'ValidTo' : 'ValidFrom';
  const problem =
    validTo < validFrom
      ? 'must not end before it begins'
      : update.validTo && validTo < at
        ? 'must not lie in the past'
        : undefined;
  if (problem) throw AppError.badParameters([{ field, problem }]);
}

function given({ validFrom, validTo }: VisitUpdate): Partial<Record<'validFrom' | 'validTo', Date>> {
  return { ...(validFrom && { validFrom }), ...(validTo && { validTo }) };
}

/** The wire names of what is given and differs from what is there. */
function changedMembers(update: VisitUpdate, visit: Visit, view: VisitView): string[] {
  const { changes } = update;
  const { validFrom, validTo } = visit.snapshot();
  const members: readonly (readonly [string, unknown, unknown])[] = [
    ['Vehicle', changes.vehicle, view.vehicle],
    ['Trailer', changes.trailer, view.trailer],
    ['VisitType', changes.visitType, view.visitType.title],
    ['VisitedPerson', changes.visitedPerson, view.visitedPerson?.personId ?? null],
    ['VisitedOrgStructure', changes.visitedStructure, view.visitedUnit?.structure ?? null],
    ['EscortedByPerson', changes.escort, view.escort?.personId ?? null],
    ['Identifier', changes.identifier, view.identifier?.internalNr ?? null],
    ['Reason', changes.reason, view.reason],
    ['ValidFrom', update.validFrom, validFrom],
    ['ValidTo', update.validTo, validTo],
  ];
  return members
    .filter(
      ([, wanted, present]) => wanted !== undefined && JSON.stringify(wanted) !== JSON.stringify(present),
    )
    .map(([name]) => name);
}
