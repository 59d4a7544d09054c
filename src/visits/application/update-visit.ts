import { Injectable } from '@nestjs/common';
import type { Caller } from '../../shared/caller';
import { AppError } from '../../shared/errors/app-error';
import type { VisitSnapshot } from '../domain/visit';
import { MoveVisit } from './move-visit';
import { type VisitChanges, VisitFacts, type VisitView } from './ports';
import type { VisitAnswer } from './visit-answer';

type Changeable = keyof VisitChanges;

@Injectable()
export class UpdateVisit {
  constructor(
    private readonly moveVisit: MoveVisit,
    private readonly facts: VisitFacts,
  ) {}

  /**
   * Changes a visit before it is in the area. A confirmation is for one host and one escort: where either changes, the
   * visit has to be confirmed again.
   * @param names what the history calls each member
   * @throws AppError BadParameters for a time that is over or ends before it begins, VisitCannotMove, VisitTypeNotFound,
   * PersonNotFound, StructureNotFound, IdentifierNotFound, IdentifierUnusable, IdentifierAssigned, and as `MoveVisit`
   */
  execute(
    caller: Caller,
    visitId: string,
    changes: VisitChanges,
    names: Readonly<Record<Changeable, string>>,
  ): Promise<VisitAnswer> {
    const { validFrom, validTo, visitedStructure: structure } = changes;
    return this.moveVisit.execute(
      caller,
      visitId,
      'update',
      async (visit, at, view) => {
        refuseBadTime(visit.snapshot(), changes, at);
        const facts = await this.facts.admissionOf(visitId, changes.visitType);
        const changed = changedOf(changes, view);
        const isForAnother = changed.includes('visitedPerson') || changed.includes('escort');
        const reason = `changed: ${changed.map(member => names[member]).join(', ')}`;
        visit.update({ changed, validFrom, validTo, structure, isForAnother }, facts, { at, reason });
      },
      changes,
    );
  }
}

function refuseBadTime(present: VisitSnapshot, changes: VisitChanges, at: Date): void {
  const { validFrom = present.validFrom, validTo = present.validTo } = changes;
  const field = changes.validTo ? 'ValidTo' : 'ValidFrom';
  const problem =
    validTo < validFrom
      ? 'must not end before it begins'
      : changes.validTo && validTo < at
        ? 'must not lie in the past'
        : undefined;
  if (problem) throw AppError.badParameters([{ field, problem }]);
}

/** The members that are given and differ from what is stored. */
function changedOf(changes: VisitChanges, view: VisitView): Changeable[] {
  const present: Required<VisitChanges> = {
    ...view,
    visitType: view.visitType.title,
    visitedPerson: view.visitedPerson?.personId ?? null,
    visitedStructure: view.visitedStructure?.structure ?? null,
    escort: view.escort?.personId ?? null,
    identifier: view.identifier?.internalNr ?? null,
  };
  return (Object.keys(changes) as Changeable[]).filter(
    member =>
      changes[member] !== undefined && JSON.stringify(changes[member]) !== JSON.stringify(present[member]),
  );
}
