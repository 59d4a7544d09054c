import type { VisitView } from '../../src/visits/application/ports';
import { type Content, type StoredVisit, cardOf, personOf, unitOf, visitTypeOf } from './fake-storage';

/** A stored visit as it is shown. */
export function visitViewOf(content: Content, { snapshot, details, visitorId }: StoredVisit): VisitView {
  const visitor = content.visitors.find(({ id }) => id === visitorId);
  if (!visitor) throw new Error('a visit without its visitor');
  const { photos: _, ...members } = details;
  return {
    ...snapshot,
    ...members,
    visitor,
    visitType: visitTypeOf(details.visitType),
    visitedPerson: details.visitedPerson === null ? null : personOf(details.visitedPerson),
    visitedStructure: details.visitedStructure === null ? null : unitOf(details.visitedStructure),
    escort: details.escort === null ? null : personOf(details.escort),
    identifier: details.identifier === null ? null : cardViewOf(content, details.identifier, snapshot.id),
  };
}

function cardViewOf({ heldBy }: Content, number: string, visitId: string): VisitView['identifier'] {
  const { lost, ...card } = cardOf(number);
  const holder = heldBy.get(card.internalNr);
  return { ...card, status: lost ? 2 : holder ? 1 : 0, isHeld: holder === visitId };
}
