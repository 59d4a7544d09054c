import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { engineOf, oneAtATime } from '../../database';
import type { Caller, RecordRight } from '../../shared/caller';
import { AppError } from '../../shared/errors/app-error';
import { Random } from '../../shared/random';
import {
  type ActivityData,
  type DocumentData,
  documentKey,
  type VisitorData,
  VisitorMatch,
} from '../../shared/visitor';
import { ActivityTypeRow } from '../../visit-types';
import type { ClearableMember, VisitorChanges } from '../application/ports';
import { foldedColumns } from './folded-visitor';
import { isPermitted, mayTouchVisitor, OpensFile, openTo } from './permitted-visitors';
import { VisitorActivityRow } from './visitor-activity.row';
import { findByDocument, findMatch, type MatchedVisitor } from './visitor-matching';
import { VisitorRow } from './visitor.row';

const refusal = { View: 'VisitorsViewPermission', Edit: 'VisitorsEditPermission' } as const;

/** Finds, registers and completes visitors within the caller's transaction. */
@Injectable()
export class VisitorStore {
  constructor(private readonly random: Random) {}

  find(manager: EntityManager, id: string): Promise<VisitorRow | null> {
    return manager.findOneBy(VisitorRow, { id });
  }

  /** @throws AppError VisitorNotFound */
  async get(manager: EntityManager, id: string): Promise<VisitorRow> {
    const visitor = await this.find(manager, id);
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

  /** Whether privilege and record permission let the caller view or edit a visitor. */
  mayTouch(
    manager: EntityManager,
    visitor: Pick<VisitorRow, 'seq' | 'createdBy'>,
    caller: Caller,
    right: RecordRight,
  ): Promise<boolean> {
    return mayTouchVisitor(manager, visitor, caller, right);
  }

  /** How far the file of a visitor is open to the caller. */
  openTo(
    manager: EntityManager,
    visitor: Pick<VisitorRow, 'seq' | 'createdBy'>,
    caller: Caller,
  ): Promise<OpensFile> {
    return openTo(manager, visitor, caller);
  }

  findByDocument(manager: EntityManager, document: DocumentData): Promise<VisitorRow | null> {
    return findByDocument(manager, document);
  }

  /**
   * The visitor that a request describes: the one of its VisitorId, made under it when unknown; without one, whoever
   * on file is meant (`findMatch`), else somebody new. Of a visitor who is on file, nothing is overwritten; only a
   * document that was missing is added, where the caller may edit the visitor. Who may not view the visitor has to know
   * the name: neither a document nor an id tells whose it is.
   * @throws AppError DocumentOfAnother, VisitorsViewPermission
   */
  async resolve(
    manager: EntityManager,
    given: VisitorData,
    by: Caller,
    at: Date,
  ): Promise<MatchedVisitor & { readonly opensFile: OpensFile }> {
    const known = await findMeant(manager, given);
    if (!known) {
      const visitor = await this.add(manager, given, by, at);
      return { visitor, match: VisitorMatch.New, opensFile: OpensFile.ToEdit };
    }
    const { visitor } = known;
    const opensFile = await openTo(manager, visitor, by);
    if (opensFile === OpensFile.Not && !isNamed(visitor, given))
      throw new AppError('VisitorsViewPermission', visitor.id);
    const isMissing = given.document !== null && visitor.docNumber === null;
    if (isMissing && (await mayTouchVisitor(manager, visitor, by, 'Edit')))
      await this.keepDocument(manager, visitor, given.document);
    return { ...known, opensFile };
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

  /** @param cleared what is taken away. @throws AppError DocumentOfAnother */
  async change(
    manager: EntityManager,
    visitor: VisitorRow,
    changes: VisitorChanges,
    cleared: readonly ClearableMember[] = [],
  ): Promise<void> {
    await refuseForeign(manager, changes.document, visitor.id);
    const kept = <T>(member: ClearableMember, value: T, nothing: T): T =>
      cleared.includes(member) ? nothing : value;
    const { docNumber, docState, docType, documentKey: key } = visitor;
    const columns = {
      name: changes.name ?? visitor.name,
      surname: changes.surname ?? visitor.surname,
      dateOfBirth: changes.dateOfBirth ?? kept('dateOfBirth', visitor.dateOfBirth, null),
      company: changes.company ?? kept('company', visitor.company, ''),
      email: changes.email ?? kept('email', visitor.email, ''),
      phoneNumber: changes.phoneNumber ?? kept('phoneNumber', visitor.phoneNumber, ''),
      language: changes.language ?? kept('language', visitor.language, null),
      ...(changes.document
        ? documentColumns(changes.document)
        : kept('document', { docNumber, docState, docType, documentKey: key }, documentColumns(null))),
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

/** Case and accents do not count. */
function isNamed({ foldedName, foldedSurname }: VisitorRow, given: VisitorData): boolean {
  const named = foldedColumns({ ...given, docNumber: null });
  return named.foldedName === foldedName && named.foldedSurname === foldedSurname;
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
): Pick<VisitorRow, 'docNumber' | 'docState' | 'docType' | 'documentKey'> {
  return {
    docNumber: document?.number ?? null,
    docState: document?.state ?? null,
    docType: document?.type ?? null,
    documentKey: document && documentKey(document),
  };
}
