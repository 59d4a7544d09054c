import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { engineOf, oneAtATime } from '../../database';
import type { Caller, RecordRight } from '../../shared/caller';
import { AppError } from '../../shared/errors/app-error';
import { Random } from '../../shared/random';
import { type ActivityData, type DocumentData, type VisitorData, VisitorMatch } from '../../shared/visitor';
import type { VisitorChanges } from '../application/ports';
import { ActivityTypeRow } from './activity-type.row';
import { foldedColumns } from './folded-visitor';
import { isPermitted } from './permitted-visitors';
import { VisitorActivityRow } from './visitor-activity.row';
import { findByDocument, findMatch, type MatchedVisitor } from './visitor-matching';
import { visitorData, VisitorRow } from './visitor.row';

const refusal = { View: 'VisitorsViewPermission', Edit: 'VisitorsEditPermission' } as const;

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

  /** @throws AppError VisitorNotFound, VisitorsViewPermission or VisitorsEditPermission */
  async getPermitted(
    manager: EntityManager,
    id: string,
    caller: Caller,
    right: RecordRight,
  ): Promise<VisitorRow> {
    const visitor = await this.get(manager, id);
    if (!(await this.isPermitted(manager, visitor, caller, right))) throw new AppError(refusal[right], id);
    return visitor;
  }

  /** Whether the record permission of the caller covers a visitor. */
  isPermitted(
    manager: EntityManager,
    visitor: VisitorRow,
    caller: Caller,
    right: RecordRight,
  ): Promise<boolean> {
    return isPermitted(manager, visitor, caller, right);
  }

  findByDocument(manager: EntityManager, document: DocumentData): Promise<VisitorRow | null> {
    return findByDocument(manager, document);
  }

  /**
   * The visitor that a request describes: the one of its VisitorId, made under it when unknown; without one, whoever
   * on file is meant (`findMatch`), else somebody new. Of a visitor who is on file, nothing is overwritten; only a
   * document that was missing is added.
   * @throws AppError DocumentOfAnother
   */
  async resolve(manager: EntityManager, given: VisitorData, by: Caller, at: Date): Promise<MatchedVisitor> {
    const known = await findMeant(manager, given);
    if (!known) return { visitor: await this.add(manager, given, by, at), match: VisitorMatch.New };
    if (given.document && known.visitor.docNumber === null)
      await this.keepDocument(manager, known.visitor, given.document);
    return known;
  }

  /**
   * Puts a document on file for a visitor who has none.
   * @throws AppError DocumentOfAnother, VisitorNotFound when the visitor is gone or has one meanwhile
   */
  async keepDocument(manager: EntityManager, visitor: VisitorRow, document: DocumentData): Promise<void> {
    const { id } = visitor;
    await refuseForeign(manager, document, id);
    const columns = documentColumns(document);
    const { affected } = await manager.update(
      VisitorRow,
      { id, docNumber: IsNull() },
      { ...columns, ...foldedColumns({ ...visitor, ...columns }) },
    );
    if (affected !== 1) throw new AppError('VisitorNotFound', id);
  }

  /** @throws AppError DocumentOfAnother */
  async change(manager: EntityManager, visitor: VisitorRow, changes: VisitorChanges): Promise<void> {
    await refuseForeign(manager, changes.document, visitor.id);
    const columns = {
      name: changes.name ?? visitor.name,
      surname: changes.surname ?? visitor.surname,
      dateOfBirth: changes.dateOfBirth ?? visitor.dateOfBirth,
      company: changes.company ?? visitor.company,
      email: changes.email ?? visitor.email,
      phoneNumber: changes.phoneNumber ?? visitor.phoneNumber,
      language: changes.language ?? visitor.language,
      ...documentColumns(changes.document ?? visitorData(visitor).document),
    };
    await manager.update(VisitorRow, { seq: visitor.seq }, { ...columns, ...foldedColumns(columns) });
  }

  private async add(
    manager: EntityManager,
    { document, ...data }: VisitorData,
    by: Caller,
    at: Date,
  ): Promise<VisitorRow> {
    const id = data.id ?? this.random.guid();
    await refuseForeign(manager, document, id);
    const columns = { ...data, id, ...documentColumns(document) };
    await manager.insert(VisitorRow, {
      ...columns,
      ...foldedColumns(columns),
      createdAt: at,
      createdBy: by.userId,
    });
    return this.get(manager, id);
  }

  /** @throws AppError VisitorNotFound, VisitorsEditPermission, ActivityTypeNotFound */
  async addActivity(
    manager: EntityManager,
    visitorId: string,
    { activityType: title, ...activity }: ActivityData,
    by: Caller,
    at: Date,
  ): Promise<ActivityTypeRow> {
    const visitor = await this.getPermitted(manager, visitorId, by, 'Edit');
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

/** Whom a description means, else nobody; then until the change ends, nobody else registers one of that name. */
async function findMeant(manager: EntityManager, given: VisitorData): Promise<MatchedVisitor | undefined> {
  if (given.id !== null) return findById(manager, given.id);
  const match = await findMatch(manager, given);
  if (match) return match;
  const { foldedName, foldedSurname } = foldedColumns({ ...given, docNumber: null });
  await oneAtATime(manager, `visitor ${foldedSurname} ${foldedName}`);
  return engineOf(manager) === 'sqlite' ? undefined : findMatch(manager, given);
}

async function findById(manager: EntityManager, id: string): Promise<MatchedVisitor | undefined> {
  const visitor = await manager.findOneBy(VisitorRow, { id });
  return visitor ? { visitor, match: VisitorMatch.VisitorId } : undefined;
}

/** @throws AppError DocumentOfAnother when the document is on file for another visitor than this one */
async function refuseForeign(
  manager: EntityManager,
  document: DocumentData | null,
  visitorId: string,
): Promise<void> {
  const owner = document && (await findByDocument(manager, document));
  if (owner && owner.id !== visitorId) throw new AppError('DocumentOfAnother', visitorId);
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
