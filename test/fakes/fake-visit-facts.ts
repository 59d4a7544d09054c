import type { DocumentData } from '../../src/shared/visitor';
import { VisitFacts } from '../../src/visits/application/ports';
import type { AdmissionFacts } from '../../src/visits/domain/admission';
import { type Content, type FakeStorage, type StoredVisit, visitTypeOf } from './fake-storage';

export class FakeVisitFacts extends VisitFacts {
  constructor(private readonly storage: FakeStorage) {
    super();
  }

  documentOf(visitId: string): Promise<DocumentData | null> {
    const visitorId = this.storage.visit(visitId)?.visitorId;
    const visitor = this.storage.now.visitors.find(({ id }) => id === visitorId);
    return Promise.resolve(visitor?.document ?? null);
  }

  admissionOf(visitId: string): Promise<AdmissionFacts> {
    const stored = this.storage.visit(visitId);
    if (!stored) return Promise.resolve({ escortRequired: true, activities: [] });
    return Promise.resolve(admissionIn(this.storage.now, stored));
  }
}

export function admissionIn({ activities: done }: Readonly<Content>, visit: StoredVisit): AdmissionFacts {
  const { escortRequired, requiredActivities } = visitTypeOf(visit.details.visitType);
  const activities = requiredActivities.map(title => {
    const ends = done
      .filter(activity => activity.visitorId === visit.visitorId && activity.title === title)
      .map(({ validTo }) => validTo.getTime());
    return { title, validTo: ends.length === 0 ? null : new Date(Math.max(...ends)) };
  });
  return { escortRequired, activities };
}
