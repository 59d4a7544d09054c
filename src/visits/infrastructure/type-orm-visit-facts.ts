import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../database';
import { AppError } from '../../shared/errors/app-error';
import type { DocumentData } from '../../shared/visitor';
import { visitorData, VisitorActivityRow } from '../../visitors';
import { VisitFacts } from '../application/ports';
import type { AdmissionFacts } from '../domain/admission';
import { VisitTypeRow } from './visit-type.row';
import { VisitRow } from './visit.row';

@Injectable()
export class TypeOrmVisitFacts extends VisitFacts {
  constructor(private readonly database: Database) {
    super();
  }

  async documentOf(visitId: string): Promise<DocumentData | null> {
    const rows = await this.database.read(manager =>
      manager.find(VisitRow, { where: { id: visitId }, relations: { visitor: true } }),
    );
    const visitor = rows[0]?.visitor;
    return visitor ? visitorData(visitor).document : null;
  }

  admissionOf(visitId: string, title?: string): Promise<AdmissionFacts> {
    return this.database.read(manager => admissionOf(manager, visitId, title));
  }
}

/** As the port tells it, within a transaction or without. @throws AppError VisitTypeNotFound */
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
  const visitType = title === undefined ? rows[0]?.visitType : await typeOf(manager, title);
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

async function typeOf(manager: EntityManager, title: string): Promise<VisitTypeRow> {
  const [type] = await manager.find(VisitTypeRow, {
    where: { title },
    relations: { requiredActivities: true },
  });
  if (!type) throw new AppError('VisitTypeNotFound', title);
  return type;
}
