import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, type Statements } from '../../database';
import { DirectoryStore } from '../../directory';
import { IdentifierStore } from '../../identifiers';
import type { Caller, OwnedRecord } from '../../shared/caller';
import { Clock } from '../../shared/clock';
import { AppError } from '../../shared/errors/app-error';
import type { Listed, Page } from '../../shared/page';
import { visitTypeSeq } from '../../visit-types';
import { type OpensFile, openTo, VisitorStore } from '../../visitors';
import {
  type AddedVisit,
  ConcurrentUpdate,
  type HistoryEntry,
  type OverduePlace,
  type OverdueVisit,
  type PlainMember,
  type Vehicle,
  type VisitChanges,
  type VisitDetails,
  VisitRepository,
  type VisitView,
  type VisitWithPrevious,
} from '../application/ports';
import { plateKey } from '../domain/plate';
import type { Visit } from '../domain/visit';
import { VisitState } from '../../shared/visit';
import { NEXT_CHANGE } from './change-numbers';
import { loadHistory } from './load-history';
import { loadNewest, loadViews } from './load-visit-views';
import { loadOverdue } from './load-visits';
import { type MovedVisit, type Refusal, saveVisits, writeSteps } from './save-visits';
import { SET_UP } from './save-visits.sqlite';
import { VisitPhotoRow } from './visit-photo.row';
import { memberColumns, type VehicleColumns, VisitRow } from './visit.row';

@Injectable()
export class TypeOrmVisitRepository extends VisitRepository {
  private latestChange: Date | undefined;
  readonly find: (id: string) => Promise<VisitWithPrevious | undefined>;
  private readonly saveTogether: (moved: MovedVisit) => Promise<Refusal>;

  constructor(
    private readonly database: Database,
    private readonly directory: DirectoryStore,
    private readonly visitors: VisitorStore,
    private readonly identifiers: IdentifierStore,
    private readonly clock: Clock,
  ) {
    super();
    this.find = database.batchReads(loadViews);
    this.saveTogether = database.batchWrites(SET_UP, (statements, moved) => this.saveAll(statements, moved));
  }

  findNewest(visitorId: string, mayView: (visit: OwnedRecord) => boolean): Promise<VisitView | undefined> {
    return this.database.read((manager, statements) => loadNewest(manager, statements, visitorId, mayView));
  }

  history(id: string, page: Page): Promise<Listed<HistoryEntry>> {
    return this.database.read((_, statements) => loadHistory(statements, id, page));
  }

  overdue(end: Date, after: OverduePlace | undefined): Promise<readonly OverdueVisit[]> {
    return this.database.read((_, statements) => loadOverdue(statements, end, after));
  }

  add(visit: Visit, details: VisitDetails, by: Caller): Promise<AddedVisit> {
    return this.database.write(async (manager, statements) => {
      const { structure, approvedBy, ...columns } = visit.snapshot();
      const at = this.clock.now();
      const given = await this.columnsOf(manager, details);
      const card =
        details.identifier === null ? null : await this.identifiers.get(manager, details.identifier);
      await refuseTaken(manager, columns.id, columns.entryCode);
      const { visitor, match, opensFile } = await this.visitors.resolve(manager, details.visitor, by, at);
      if (card) await this.identifiers.assign(manager, card, columns.id, at);
      await manager.insert(VisitRow, {
        ...columns,
        ...given,
        visitorSeq: visitor.seq,
        opensFile,
        identifierSeq: card?.seq ?? null,
        isPlanned: columns.state === VisitState.Planned,
        changedAt: await this.changeTime(statements),
        changeNumber: () => `(${NEXT_CHANGE[statements.engine]})`,
      });
      const seq = await seqOf(statements, columns.id);
      for (const photo of details.photos) await manager.insert(VisitPhotoRow, { ...photo, visitSeq: seq });
      await writeSteps(statements, { visit, by });
      return { match, stored: await storedView(statements, columns.id) };
    });
  }

  async save(visit: Visit, by: Caller): Promise<void> {
    const isMoveAlone = visit.moves.every(({ document }) => !document);
    if (isMoveAlone) passOn(await this.saveTogether({ visit, by }));
    else
      await this.database.write((manager, statements) => this.saveWithin(manager, statements, { visit, by }));
  }

  saveChanged(visit: Visit, by: Caller, changes: VisitChanges): Promise<VisitWithPrevious> {
    return this.database.write(async (manager, statements) => {
      await this.saveWithin(manager, statements, { visit, by }, changes);
      return storedView(statements, visit.id);
    });
  }

  /** As `save`, within a transaction that is already open. */
  async saveWithin(
    manager: EntityManager,
    statements: Statements,
    moved: MovedVisit,
    changes: VisitChanges = {},
  ): Promise<void> {
    const [refusal] = await this.saveAll(statements, [moved]);
    passOn(refusal);
    const { id } = moved.visit;
    const columns = await this.columnsOf(manager, changes);
    if (columns.visitedUnitSeq !== undefined)
      columns.opensFile = await this.opensFileAt(manager, moved, columns);
    if (Object.keys(columns).length > 0) await manager.update(VisitRow, { id }, columns);
    if (changes.identifier !== undefined) await this.exchangeCard(manager, id, changes.identifier);
    await this.keepDocuments(manager, moved.visit);
  }

  private async saveAll(statements: Statements, moved: readonly MovedVisit[]): Promise<Refusal[]> {
    return saveVisits(statements, moved, await this.changeTime(statements));
  }

  /**
   * The time of a change. It rises with the number of the change, even when the clock is set back, so that a question for
   * changes since a time can be answered by numbers.
   */
  private async changeTime(statements: Statements): Promise<Date> {
    const latest = this.latestChange ?? (await latestChangeIn(statements));
    const now = this.clock.now();
    this.latestChange = latest && latest > now ? latest : now;
    return this.latestChange;
  }

  /** The columns of the members that are given. @throws AppError VisitTypeNotFound, PersonNotFound, StructureNotFound */
  private async columnsOf(manager: EntityManager, changes: VisitChanges): Promise<Partial<VisitRow>> {
    const { visitType, visitedPerson, escort, visitedStructure, vehicle, trailer } = changes;
    const person = async (personId: string | null) =>
      personId === null ? null : (await this.directory.getPerson(manager, personId)).seq;
    const unit = async (structure: string | null) =>
      structure === null ? null : (await this.directory.getUnit(manager, structure)).seq;
    return {
      ...plainColumns(changes),
      ...(visitType !== undefined && { visitTypeSeq: await visitTypeSeq(manager, visitType) }),
      ...(visitedPerson !== undefined && { visitedPersonSeq: await person(visitedPerson) }),
      ...(escort !== undefined && { escortSeq: await person(escort) }),
      ...(visitedStructure !== undefined && { visitedUnitSeq: await unit(visitedStructure) }),
      ...(vehicle !== undefined && { vehicle: vehicleColumns(vehicle) }),
      ...(trailer !== undefined && { trailer: vehicleColumns(trailer) }),
    };
  }

  /** A visit moved to another unit opens the visitor's file there as far as it is open to the caller. */
  private async opensFileAt(
    manager: EntityManager,
    { visit: { id }, by }: MovedVisit,
    { visitedUnitSeq }: Partial<VisitRow>,
  ): Promise<OpensFile | undefined> {
    const [row] = await manager.find(VisitRow, { where: { id }, relations: { visitor: true } });
    if (!row?.visitor || row.visitedUnitSeq === visitedUnitSeq) return row?.opensFile;
    return openTo(manager, row.visitor, by);
  }

  /** Assigns another card to the visit, or none, and releases the one that it has. */
  private async exchangeCard(manager: EntityManager, id: string, internalNr: string | null): Promise<void> {
    const card = internalNr === null ? null : await this.identifiers.get(manager, internalNr);
    if (card?.heldBy === id) return;
    await this.identifiers.release(manager, id);
    if (card) await this.identifiers.assign(manager, card, id, this.clock.now());
    await manager.update(VisitRow, { id }, { identifierSeq: card?.seq ?? null });
  }

  private async keepDocuments(manager: EntityManager, visit: Visit): Promise<void> {
    for (const { document } of visit.moves) {
      if (!document) continue;
      const rows = await manager.find(VisitRow, { where: { id: visit.id }, relations: { visitor: true } });
      const visitor = rows[0]?.visitor;
      // Meanwhile another visit of this visitor was verified by a document: retry.
      if (visitor?.docNumber !== null) throw new ConcurrentUpdate();
      await this.visitors.keepDocument(manager, visitor, document);
    }
  }
}

async function latestChangeIn(statements: Statements): Promise<Date | undefined> {
  const rows = await statements.all<{ at: string | null }>(
    'SELECT changed_at AS at FROM visit WHERE change_number > 0 ORDER BY change_number DESC LIMIT 1',
  );
  return rows[0]?.at ? new Date(rows[0].at) : undefined;
}

/** @throws AppError VisitExists @throws ConcurrentUpdate when an open visit has the entry code already */
async function refuseTaken(manager: EntityManager, id: string, entryCode: string | null): Promise<void> {
  if (await manager.existsBy(VisitRow, { id })) throw new AppError('VisitExists', id);
  if (entryCode !== null && (await manager.existsBy(VisitRow, { entryCode }))) throw new ConcurrentUpdate();
}

/** Read within the transaction: a read after the commit could fail, and hide that the change was stored. */
async function storedView(statements: Statements, id: string): Promise<VisitWithPrevious> {
  const [stored] = await loadViews(statements, [id]);
  if (!stored) throw new Error('a visit is not where it was just written');
  return stored;
}

async function seqOf(statements: Statements, id: string): Promise<number> {
  const rows = await statements.all<{ seq: number }>('SELECT seq FROM visit WHERE id = ?', [id]);
  if (!rows[0]) throw new Error('a visit is not where it was just written');
  return rows[0].seq;
}

function passOn(refusal: Refusal): void {
  if (refusal) throw refusal;
}

function plainColumns(changes: VisitChanges): Partial<VisitRow> {
  const members = Object.keys(memberColumns) as PlainMember[];
  const given = members.filter(member => changes[member] !== undefined);
  return Object.fromEntries(given.map(member => [member, changes[member]]));
}

function vehicleColumns(vehicle: Vehicle | null): VehicleColumns {
  if (!vehicle) return { plate: null, type: null, model: null, description: null, plateKey: null };
  return { ...vehicle, plateKey: plateKey(vehicle.plate) };
}
