import type { DocumentData } from '../../src/shared/visitor';
import { VisitFacts } from '../../src/visits/application/ports';
import type { AdmissionFacts } from '../../src/visits/domain/admission';
import { type FakeStorage, visitTypeOf } from './fake-storage';

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
    const { escortRequired, requiredActivities } = visitTypeOf(stored.details.visitType);
    const activities = requiredActivities.map(title => {
      const ends = this.storage.now.activities
        .filter(activity => activity.visitorId === stored.visitorId && activity.title === title)
        .map(({ validTo }) => validTo.getTime());
      return { title, validTo: ends.length === 0 ? null : new Date(Math.max(...ends)) };
    });
    return Promise.resolve({ escortRequired, activities });
  }
}
