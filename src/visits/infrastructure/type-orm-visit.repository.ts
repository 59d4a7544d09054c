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
import { ConcurrentUpdate, type Vehicle, type VisitDetails, VisitRepository } from '../application/ports';
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
      const references = await this.referencesOf(manager, details);
      const card =
        details.identifier === null ? null : await this.identifiers.get(manager, details.identifier);
      await refuseTaken(manager, columns.id, columns.entryCode);
      const { visitor, match } = await this.visitors.resolve(manager, details.visitor, by, at);
      if (card) await this.identifiers.assign(manager, card, columns.id, at);
      await manager.insert(VisitRow, {
        ...columns,
        ...references,
        visitorSeq: visitor.seq,
        identifierSeq: card?.seq ?? null,
        isPlanned: columns.state === VisitState.Planned,
        changedAt: await this.changeTime(manager),
        reason: details.reason,
        vehicle: vehicleColumns(details.vehicle),
        trailer: vehicleColumns(details.trailer),
      });
      const visitSeq = await seqOf(manager, columns.id);
      for (const photo of details.photos) await manager.insert(VisitPhotoRow, { ...photo, visitSeq });
      await writeHistory(manager, visitSeq, visit, by);
      return match;
    });
  }

  save(visit: Visit, by: Caller): Promise<void> {
    return this.database.write(manager => this.saveWithin(manager, visit, by));
  }

  /** As `save`, as a part of a greater change. */
  async saveWithin(manager: EntityManager, visit: Visit, by: Caller): Promise<void> {
    const { id, version, state, approvedBy, entryCode, validTo } = visit.snapshot();
    const approvedBySeq =
      approvedBy === null ? null : (await this.directory.getPerson(manager, approvedBy)).seq;
    const changedAt = await this.changeTime(manager);
    const changes = { version: version + 1, state, approvedBySeq, entryCode, validTo, changedAt };
    const { affected } = await manager.update(VisitRow, { id, version }, changes);
    const visitSeq = await seqOf(manager, id);
    if (affected !== 1) throw new ConcurrentUpdate();
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

  private async referencesOf(manager: EntityManager, details: VisitDetails) {
    const { visitType: title, visitedPerson, escort, visitedStructure } = details;
    const type = await manager.findOneBy(VisitTypeRow, { title });
    if (!type) throw new AppError('VisitTypeNotFound', title);
    const person = async (personId: string | null) =>
      personId === null ? null : (await this.directory.getPerson(manager, personId)).seq;
    return {
      visitTypeSeq: type.seq,
      visitedPersonSeq: await person(visitedPerson),
      escortSeq: await person(escort),
      visitedUnitSeq:
        visitedStructure === null ? null : (await this.directory.getUnit(manager, visitedStructure)).seq,
    };
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
