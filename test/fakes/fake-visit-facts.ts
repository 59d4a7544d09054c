import type { Caller } from '../../src/shared/caller';
import type { DocumentData } from '../../src/shared/visitor';
import { VisitFacts } from '../../src/visits/application/ports';
import type { AdmissionFacts } from '../../src/visits/domain/admission';
import type { Keeping } from '../../src/visits/domain/visit';
import {
  type Content,
  type FakeStorage,
  isSame,
  mayTouchVisitor,
  type StoredVisit,
  visitTypeOf,
} from './fake-storage';

export class FakeVisitFacts extends VisitFacts {
  constructor(private readonly storage: FakeStorage) {
    super();
  }

  documentOf(visitId: string): Promise<DocumentData | null> {
    const visitorId = this.storage.visit(visitId)?.visitorId;
    const visitor = this.storage.now.visitors.find(({ id }) => id === visitorId);
    return Promise.resolve(visitor?.document ?? null);
  }

  async keepingOf(visitId: string, shown: DocumentData, caller: Caller): Promise<Keeping> {
    await Promise.resolve();
    const { now } = this.storage;
    const visitor = now.visitors.find(({ id }) => id === this.storage.visit(visitId)?.visitorId);
    if (!visitor) return 'not kept';
    if (mayTouchVisitor(now, visitor, caller, 'Edit')) return 'kept';
    const holder = now.visitors.find(({ document }) => isSame(document, shown));
    return holder && holder.id !== visitor.id ? 'of another' : 'not kept';
  }

  async admissionOf(visitId: string, title?: string): Promise<AdmissionFacts> {
    await Promise.resolve();
    const stored = this.storage.visit(visitId);
    return admissionIn(this.storage.now, stored, title);
  }
}

export function admissionIn(
  { activities: done }: Readonly<Content>,
  visit: StoredVisit | undefined,
  title = visit?.details.visitType,
): AdmissionFacts {
  if (title === undefined) return { escortRequired: true, activities: [] };
  const { escortRequired, requiredActivities } = visitTypeOf(title);
  const activities = requiredActivities.map(title => {
    const ends = done
      .filter(activity => activity.visitorId === visit?.visitorId && activity.title === title)
      .map(({ validTo }) => validTo.getTime());
    return { title, validTo: ends.length === 0 ? null : new Date(Math.max(...ends)) };
  });
  return { escortRequired, activities };
}
