import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import type { Caller } from '../../shared/caller';
import type { DocumentData } from '../../shared/visitor';
import { visitorData, VisitorStore } from '../../visitors';
import { type FoundVisitor, VisitorLookup } from '../application/ports';

@Injectable()
export class TypeOrmVisitorLookup extends VisitorLookup {
  constructor(
    private readonly database: Database,
    private readonly visitors: VisitorStore,
  ) {
    super();
  }

  findByDocument(document: DocumentData, caller: Caller): Promise<FoundVisitor | undefined> {
    return this.database.read(async manager => {
      const visitor = await this.visitors.findByDocument(manager, document);
      if (!visitor) return undefined;
      const mayView = await this.visitors.isPermitted(manager, visitor, caller, 'View');
      return { visitor: visitorData(visitor), mayView };
    });
  }

  isPermitted(visitorId: string, caller: Caller): Promise<boolean> {
    return this.database.read(async manager => {
      const visitor = await this.visitors.find(manager, visitorId);
      return visitor !== null && this.visitors.isPermitted(manager, visitor, caller, 'View');
    });
  }
}
