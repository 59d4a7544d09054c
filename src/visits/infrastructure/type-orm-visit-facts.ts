import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../database';
import type { Caller } from '../../shared/caller';
import type { DocumentData } from '../../shared/visitor';
import { getVisitType } from '../../visit-types';
import {
  findByDocument,
  mayTouchVisitor,
  visitorData,
  VisitorActivityRow,
  type VisitorRow,
} from '../../visitors';
import { VisitFacts } from '../application/ports';
import type { AdmissionFacts } from '../domain/admission';
import type { Keeping } from '../domain/visit';
import { VisitRow } from './visit.row';

@Injectable()
export class TypeOrmVisitFacts extends VisitFacts {
  constructor(private readonly database: Database) {
    super();
  }

  async documentOf(visitId: string): Promise<DocumentData | null> {
    const visitor = await this.database.read(manager => visitorOf(manager, visitId));
    return visitor ? visitorData(visitor).document : null;
  }

  keepingOf(visitId: string, shown: DocumentData, caller: Caller): Promise<Keeping> {
    return this.database.read(async manager => {
      const visitor = await visitorOf(manager, visitId);
      if (!visitor) return 'not kept';
      if (await mayTouchVisitor(manager, visitor, caller, 'Edit')) return 'kept';
      const holder = await findByDocument(manager, shown);
      return holder && holder.seq !== visitor.seq ? 'of another' : 'not kept';
    });
  }

  admissionOf(visitId: string, title?: string): Promise<AdmissionFacts> {
    return this.database.read(manager => admissionOf(manager, visitId, title));
  }
}

async function visitorOf(manager: EntityManager, visitId: string): Promise<VisitorRow | undefined> {
  const [visit] = await manager.find(VisitRow, { where: { id: visitId }, relations: { visitor: true } });
  return visit?.visitor;
}

/** As `VisitFacts.admissionOf`, also within a transaction. @throws AppError VisitTypeNotFound */
export async function admissionOf(
  manager: EntityManager,
  visitId: string,
  title?: string,
): Promise<AdmissionFacts> {
  const rows = await manager.find(VisitRow, {
    where: { id: visitId },
    relations: { visitType: { requiredActivities: true } },
  });
  const { visitorSeq } = rows[0] ?? {};
  const visitType = title === undefined ? rows[0]?.visitType : await getVisitType(manager, title);
  const activities = [];
  for (const { seq, title } of visitType?.requiredActivities ?? []) {
    const done = await manager.find(VisitorActivityRow, {
      select: { seq: true, validTo: true },
      where: { visitorSeq, activityTypeSeq: seq },
      order: { validTo: 'DESC' },
      take: 1,
    });
    activities.push({ title, validTo: done[0]?.validTo ?? null });
  }
  return { escortRequired: visitType?.escortRequired ?? true, activities };
}
