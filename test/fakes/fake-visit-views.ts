import type { OwnedRecord } from '../../src/shared/caller';
import { type Listed, offsetOf, type Page } from '../../src/shared/page';
import {
  type HistoryEntry,
  type VisitView,
  VisitViews,
  type VisitWithPrevious,
} from '../../src/visits/application/ports';
import { type FakeStorage, type StoredVisit, cardOf, personOf, unitOf, visitTypeOf } from './fake-storage';

export class FakeVisitViews extends VisitViews {
  constructor(private readonly storage: FakeStorage) {
    super();
  }

  find(id: string): Promise<VisitWithPrevious | undefined> {
    const { visits } = this.storage.now;
    const index = visits.findIndex(({ snapshot }) => snapshot.id === id);
    const stored = visits[index];
    if (!stored) return Promise.resolve(undefined);
    const previous = visits.slice(0, index).findLast(({ visitorId }) => visitorId === stored.visitorId);
    return Promise.resolve({ visit: this.show(stored), previous: previous && this.show(previous) });
  }

  findNewest(visitorId: string, mayView: (visit: OwnedRecord) => boolean): Promise<VisitView | undefined> {
    const visits = this.storage.now.visits.filter(visit => visit.visitorId === visitorId);
    const newest = visits.findLast(({ snapshot }) => mayView(snapshot));
    return Promise.resolve(newest && this.show(newest));
  }

  history(id: string, page: Page): Promise<Listed<HistoryEntry>> {
    const history = this.storage.visit(id)?.history ?? [];
    const first = offsetOf(page);
    return Promise.resolve({ rows: history.slice(first, first + page.size), total: history.length });
  }

  private show({ snapshot, details, visitorId }: StoredVisit): VisitView {
    const visitor = this.storage.now.visitors.find(({ id }) => id === visitorId);
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
      identifier: details.identifier === null ? null : this.showCard(details.identifier, snapshot.id),
    };
  }

  private showCard(number: string, visitId: string): VisitView['identifier'] {
    const { lost, ...card } = cardOf(number);
    const holder = this.storage.now.heldBy.get(card.internalNr);
    return { ...card, status: lost ? 2 : holder ? 1 : 0, isHeld: holder === visitId };
  }
}
