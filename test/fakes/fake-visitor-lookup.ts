import type { Caller } from '../../src/shared/caller';
import type { DocumentData } from '../../src/shared/visitor';
import { type FoundVisitor, VisitorLookup } from '../../src/visits/application/ports';
import { type FakeStorage, isSame, mayTouchVisitor, type StoredVisitor } from './fake-storage';

/** For callers who hold the privilege View on Visitors: beyond that, it knows record permissions as the port asks. */
export class FakeVisitorLookup extends VisitorLookup {
  constructor(private readonly storage: FakeStorage) {
    super();
  }

  findByDocument(document: DocumentData, caller: Caller): Promise<FoundVisitor | undefined> {
    const visitor = this.storage.now.visitors.find(onFile => isSame(onFile.document, document));
    return Promise.resolve(visitor && { visitor, mayView: this.mayView(visitor, caller) });
  }

  isPermitted(visitorId: string, caller: Caller): Promise<boolean> {
    const visitor = this.storage.now.visitors.find(({ id }) => id === visitorId);
    return Promise.resolve(visitor !== undefined && this.mayView(visitor, caller));
  }

  private mayView(visitor: StoredVisitor, caller: Caller): boolean {
    return mayTouchVisitor(this.storage.now, visitor, caller, 'View');
  }
}
