import { Injectable } from '@nestjs/common';
import { type EntityManager, type FindOptionsWhere, In } from 'typeorm';
import { Database } from '../../database';
import { DirectoryStore } from '../../directory';
import { IdentifierStore } from '../../identifiers';
import type { Caller } from '../../shared/caller';
import { Clock } from '../../shared/clock';
import { AppError } from '../../shared/errors/app-error';
import type { VisitorMatch } from '../../shared/visitor';
import { VisitorStore } from '../../visitors';
import {
  ConcurrentUpdate,
  type Vehicle,
  type VisitChanges,
  type VisitDetails,
  VisitRepository,
} from '../application/ports';
import { plateKey } from '../domain/plate';
import { Visit } from '../domain/visit';
import { finalStates, VisitState } from '../domain/visit-state';
import { VisitHistoryRow } from './visit-history.row';
import { VisitPhotoRow } from './visit-photo.row';
import { VisitTypeRow } from './visit-type.row';
import { type VehicleColumns, VisitRow } from './visit.row';

@Injectable()
export class TypeOrmVisitRepository extends VisitRepository {
  private newestChange: Date | undefined;

  constructor(
    private readonly database: Database,
    private readonly directory: DirectoryStore,
    private readonly visitors: VisitorStore,
    private readonly identifiers: IdentifierStore,
    private readonly clock: Clock,
  ) {
    super();
  }

  async find(id: string): Promise<Visit | undefined> {
    return (await this.database.read(manager => load(manager, { id })))[0];
  }

  /** The visits of a visitor that wait for an activity or a confirmation, the oldest first. */
  findWaiting(manager: EntityManager, visitorId: string): Promise<Visit[]> {
    return load(manager, {
      visitor: { id: visitorId },
      state: In([VisitState.ActivityInvalid, VisitState.EscortUnconfirmed]),
    });
  }

  add(visit: Visit, details: VisitDetails, by: Caller): Promise<VisitorMatch> {
    return this.database.write(async manager => {
      const { structure, approvedBy, ...columns } = visit.snapshot();
      const at = this.clock.now();
      const given = await this.columnsOf(manager, details);
      const card =
        details.identifier === null ? null : await this.identifiers.get(manager, details.identifier);
      await refuseTaken(manager, columns.id, columns.entryCode);
      const { visitor, match } = await this.visitors.resolve(manager, details.visitor, by, at);
      if (card) await this.identifiers.assign(manager, card, columns.id, at);
      await manager.insert(VisitRow, {
        ...columns,
        ...given,
        visitorSeq: visitor.seq,
        identifierSeq: card?.seq ?? null,
        isPlanned: columns.state === VisitState.Planned,
        changedAt: await this.changeTime(manager),
      });
      const visitSeq = await seqOf(manager, columns.id);
      for (const photo of details.photos) await manager.insert(VisitPhotoRow, { ...photo, visitSeq });
      await writeHistory(manager, visitSeq, visit, by);
      return match;
    });
  }

  save(visit: Visit, by: Caller, changes?: VisitChanges): Promise<void> {
    return this.database.write(manager => this.saveWithin(manager, visit, by, changes));
  }

  /** As `save`, as a part of a greater change. */
  async saveWithin(
    manager: EntityManager,
    visit: Visit,
    by: Caller,
    changes: VisitChanges = {},
  ): Promise<void> {
    const { id, version, state, approvedBy, entryCode, validFrom, validTo } = visit.snapshot();
    const approvedBySeq =
      approvedBy === null ? null : (await this.directory.getPerson(manager, approvedBy)).seq;
    const changedAt = await this.changeTime(manager);
    const moved = { version: version + 1, state, approvedBySeq, entryCode, validFrom, validTo, changedAt };
    const changed = await this.columnsOf(manager, changes);
    const { affected } = await manager.update(VisitRow, { id, version }, { ...moved, ...changed });
    const visitSeq = await seqOf(manager, id);
    if (affected !== 1) throw new ConcurrentUpdate();
    if (changes.identifier !== undefined) await this.exchangeCard(manager, id, changes.identifier);
    await this.keepDocuments(manager, visit, visitSeq);
    if (finalStates.includes(state)) await this.identifiers.release(manager, id);
    await writeHistory(manager, visitSeq, visit, by);
  }

  /**
   * The time of a change. In the order of commit, which is the order of the writers, it never goes back, even where the
   * clock does: who asks for what changed since the newest change that they know of misses nothing.
   */
  private async changeTime(manager: EntityManager): Promise<Date> {
    const newest = this.newestChange ?? (await newestChangeIn(manager));
    const now = this.clock.now();
    this.newestChange = newest && newest > now ? newest : now;
    return this.newestChange;
  }

  /** The columns of what is given; what is undefined is left out. @throws AppError VisitTypeNotFound, PersonNotFound, StructureNotFound */
  private async columnsOf(manager: EntityManager, changes: VisitChanges): Promise<Partial<VisitRow>> {
    const { visitType, visitedPerson, escort, visitedStructure, vehicle, trailer, reason } = changes;
    const person = async (personId: string | null) =>
      personId === null ? null : (await this.directory.getPerson(manager, personId)).seq;
    const unit = async (structure: string | null) =>
      structure === null ? null : (await this.directory.getUnit(manager, structure)).seq;
    return {
      ...(visitType !== undefined && { visitTypeSeq: await visitTypeSeq(manager, visitType) }),
      ...(visitedPerson !== undefined && { visitedPersonSeq: await person(visitedPerson) }),
      ...(escort !== undefined && { escortSeq: await person(escort) }),
      ...(visitedStructure !== undefined && { visitedUnitSeq: await unit(visitedStructure) }),
      ...(vehicle !== undefined && { vehicle: vehicleColumns(vehicle) }),
      ...(trailer !== undefined && { trailer: vehicleColumns(trailer) }),
      ...(reason !== undefined && { reason }),
    };
  }

  /** Gives the visit another card, or none, and takes back the one that it has. */
  private async exchangeCard(manager: EntityManager, id: string, internalNr: string | null): Promise<void> {
    const card = internalNr === null ? null : await this.identifiers.get(manager, internalNr);
    if (card?.heldBy === id) return;
    await this.identifiers.release(manager, id);
    if (card) await this.identifiers.assign(manager, card, id, this.clock.now());
    await manager.update(VisitRow, { id }, { identifierSeq: card?.seq ?? null });
  }

  private async keepDocuments(manager: EntityManager, visit: Visit, visitSeq: number): Promise<void> {
    for (const { document } of visit.moves) {
      if (!document) continue;
      const rows = await manager.find(VisitRow, { where: { seq: visitSeq }, relations: { visitor: true } });
      const visitor = rows[0]?.visitor;
      // Another visit of the visitor was verified by a document meanwhile: look again.
      if (visitor?.docNumber !== null) throw new ConcurrentUpdate();
      await this.visitors.keepDocument(manager, visitor, document);
    }
  }
}

/** @throws AppError VisitTypeNotFound */
export async function visitTypeSeq(manager: EntityManager, title: string): Promise<number> {
  const type = await manager.findOneBy(VisitTypeRow, { title });
  if (!type) throw new AppError('VisitTypeNotFound', title);
  return type.seq;
}

export async function newestChangeIn(manager: EntityManager): Promise<Date | undefined> {
  const rows = await manager.query<{ at: string | null }[]>('SELECT max(changed_at) AS at FROM visit');
  return rows[0]?.at ? new Date(rows[0].at) : undefined;
}

async function load(manager: EntityManager, where: FindOptionsWhere<VisitRow>): Promise<Visit[]> {
  const rows = await manager.find(VisitRow, {
    where,
    relations: { visitedUnit: true, approvedBy: true },
    order: { seq: 'ASC' },
  });
  return rows.map(row =>
    Visit.restore({
      id: row.id,
      version: row.version,
      state: row.state,
      createdBy: row.createdBy,
      structure: row.visitedUnit?.structure ?? null,
      approvedBy: row.approvedBy?.personId ?? null,
      entryCode: row.entryCode,
      validFrom: row.validFrom,
      validTo: row.validTo,
    }),
  );
}

/** @throws AppError VisitExists @throws ConcurrentUpdate when an open visit has the entry code already */
async function refuseTaken(manager: EntityManager, id: string, entryCode: string | null): Promise<void> {
  if (await manager.existsBy(VisitRow, { id })) throw new AppError('VisitExists', id);
  if (entryCode !== null && (await manager.existsBy(VisitRow, { entryCode }))) throw new ConcurrentUpdate();
}

/** @throws AppError VisitGone */
async function seqOf(manager: EntityManager, id: string): Promise<number> {
  const rows = await manager.find(VisitRow, { select: { seq: true }, where: { id } });
  if (!rows[0]) throw new AppError('VisitGone');
  return rows[0].seq;
}

async function writeHistory(
  manager: EntityManager,
  visitSeq: number,
  visit: Visit,
  by: Caller,
): Promise<void> {
  const { login, address, requestId } = by;
  await manager.insert(
    VisitHistoryRow,
    visit.moves.map(({ command, from, to, at, reason, reasonCode }) => ({
      visitSeq,
      at,
      command,
      fromState: from,
      toState: to,
      reason,
      reasonCode,
      login,
      address,
      requestId,
    })),
  );
}

function vehicleColumns(vehicle: Vehicle | null): VehicleColumns {
  if (!vehicle) return { plate: null, type: null, model: null, description: null, plateKey: null };
  return { ...vehicle, plateKey: plateKey(vehicle.plate) };
}
