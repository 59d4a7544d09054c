import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { engineOf, lockByName } from '../../database';
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

/** Finds, registers and completes visitors within the transaction of the caller. */
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
    if (!(await isPermitted(manager, visitor, caller, right))) throw new AppError(refusal[right], id);
    return visitor;
  }

  /**
   * The visitor described by a request. With a VisitorId: that visitor, registered under this id if unknown. Without one:
   * the match on file (`findMatch`), else a new visitor. Nothing on file is overwritten; only a missing document is added,
   * if the caller may edit the visitor. A caller without the View permission must give the right name, so that neither a
   * document nor an id reveals its owner.
   * @throws AppError DocumentOfAnother, VisitorsViewPermission
   */
  async resolve(
    manager: EntityManager,
    given: VisitorData,
    by: Caller,
    at: Date,
  ): Promise<MatchedVisitor & { readonly opensFile: OpensFile }> {
    const known = await findKnown(manager, given);
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
   * Stores a document for a visitor without one.
   * @throws AppError DocumentOfAnother, VisitorNotFound if the visitor was erased or got a document meanwhile
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

  /** @param cleared the members to clear. @throws AppError DocumentOfAnother */
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

/** The visitor on file that matches. If there is none, locks the name until the transaction ends, so that no other registers it. */
async function findKnown(manager: EntityManager, given: VisitorData): Promise<MatchedVisitor | undefined> {
  if (given.id !== null) return findById(manager, given.id);
  const match = await findMatch(manager, given);
  if (match) return match;
  const { foldedName, foldedSurname } = foldedColumns({ ...given, docNumber: null });
  await lockByName(manager, `visitor ${foldedSurname} ${foldedName}`);
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

/** @throws AppError DocumentOfAnother if the document belongs to another visitor */
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
