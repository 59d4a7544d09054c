import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import type { Caller } from '../../shared/caller';
import { AppError } from '../../shared/errors/app-error';
import { Random } from '../../shared/random';
import type { ActivityData, DocumentData, VisitorData } from '../../shared/visitor';
import { ActivityTypeRow } from './activity-type.row';
import { foldedColumns } from './folded-visitor';
import { VisitorActivityRow } from './visitor-activity.row';
import { VisitorRow } from './visitor.row';

/** Finds, registers and completes visitors within the caller's transaction. */
@Injectable()
export class VisitorStore {
  constructor(private readonly random: Random) {}

  /** @throws AppError VisitorNotFound */
  async get(manager: EntityManager, id: string): Promise<VisitorRow> {
    const visitor = await manager.findOneBy(VisitorRow, { id });
    if (!visitor) throw new AppError('VisitorNotFound', id);
    return visitor;
  }

  /**
   * The visitor that a request describes (contract 6): the one of this id, else the one of this document, else a new
   * one. Of a visitor who is on file, nothing is overwritten; only a document that was missing is added.
   * @throws AppError DocumentOfAnother
   */
  async resolve(manager: EntityManager, given: VisitorData, by: Caller, at: Date): Promise<VisitorRow> {
    const byDocument = given.document && (await findByDocument(manager, given.document));
    const known = given.id === null ? byDocument : await manager.findOneBy(VisitorRow, { id: given.id });
    if (known && given.document && known.docNumber === null)
      await this.keepDocument(manager, known, given.document);
    if (known) return known;
    const id = given.id ?? this.random.guid();
    if (byDocument) throw new AppError('DocumentOfAnother', id);
    const { document, ...data } = given;
    const columns = { ...data, id, ...documentColumns(document) };
    await manager.insert(VisitorRow, {
      ...columns,
      ...foldedColumns(columns),
      createdAt: at,
      createdBy: by.userId,
    });
    return this.get(manager, id);
  }

  /**
   * Puts a document on file for a visitor who has none.
   * @throws AppError DocumentOfAnother, VisitorNotFound when the visitor is gone or has one meanwhile
   */
  async keepDocument(manager: EntityManager, visitor: VisitorRow, document: DocumentData): Promise<void> {
    const { id } = visitor;
    if (await findByDocument(manager, document)) throw new AppError('DocumentOfAnother', id);
    const columns = documentColumns(document);
    const { affected } = await manager.update(
      VisitorRow,
      { id, docNumber: IsNull() },
      { ...columns, ...foldedColumns({ ...visitor, ...columns }) },
    );
    if (affected !== 1) throw new AppError('VisitorNotFound', id);
  }

  /** @throws AppError VisitorNotFound, ActivityTypeNotFound */
  async addActivity(
    manager: EntityManager,
    visitorId: string,
    { activityType: title, ...activity }: ActivityData,
    by: Caller,
    at: Date,
  ): Promise<ActivityTypeRow> {
    const visitor = await this.get(manager, visitorId);
    const type = await manager.findOneBy(ActivityTypeRow, { title });
    if (!type) throw new AppError('ActivityTypeNotFound', title);
    await manager.insert(VisitorActivityRow, {
      ...activity,
      visitorSeq: visitor.seq,
      activityTypeSeq: type.seq,
      recordedBy: by.login,
      recordedAt: at,
    });
    return type;
  }
}

async function findByDocument(
  manager: EntityManager,
  { number, state, type }: DocumentData,
): Promise<VisitorRow | null> {
  return manager.findOneBy(VisitorRow, { docNumber: number, docState: state, docType: type });
}

function documentColumns(
  document: DocumentData | null,
): Pick<VisitorRow, 'docNumber' | 'docState' | 'docType'> {
  return {
    docNumber: document?.number ?? null,
    docState: document?.state ?? null,
    docType: document?.type ?? null,
  };
}
