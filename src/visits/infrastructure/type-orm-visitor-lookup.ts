import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import type { Caller } from '../../shared/caller';
import type { DocumentData } from '../../shared/visitor';
import { findByDocument, isPermitted, visitorData, VisitorRow } from '../../visitors';
import { type FoundVisitor, VisitorLookup } from '../application/ports';

@Injectable()
export class TypeOrmVisitorLookup extends VisitorLookup {
  constructor(private readonly database: Database) {
    super();
  }

  findByDocument(document: DocumentData, caller: Caller): Promise<FoundVisitor | undefined> {
    return this.database.read(async manager => {
      const visitor = await findByDocument(manager, document);
      if (!visitor) return undefined;
      const mayView = await isPermitted(manager, visitor, caller, 'View');
      return { visitor: visitorData(visitor), mayView };
    });
  }

  isPermitted(visitorId: string, caller: Caller): Promise<boolean> {
    return this.database.read(async manager => {
      const visitor = await manager.findOneBy(VisitorRow, { id: visitorId });
      return visitor !== null && isPermitted(manager, visitor, caller, 'View');
    });
  }
}
