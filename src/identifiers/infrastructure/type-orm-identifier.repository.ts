import { Injectable } from '@nestjs/common';
import { Between, type FindOptionsWhere, IsNull, Not } from 'typeorm';
import { Database, lockByName } from '../../database';
import { AppError } from '../../shared/errors/app-error';
import { IdentifierStatus, type IdentifierView } from '../../shared/identifier';
import { type Listed, offsetOf, type Page } from '../../shared/page';
import { type IdentifierFilter, IdentifierRepository } from '../application/ports';
import type { IdentifierData } from '../domain/identifier-data';
import { normaliseInternalNr } from '../domain/internal-nr';
import { IdentifierStore } from './identifier-store';
import { identifierView } from './identifier-view';
import { IdentifierRow } from './identifier.row';

@Injectable()
export class TypeOrmIdentifierRepository extends IdentifierRepository {
  constructor(
    private readonly database: Database,
    private readonly store: IdentifierStore,
  ) {
    super();
  }

  list(filter: IdentifierFilter, page: Page): Promise<Listed<IdentifierView>> {
    return this.database.read(async manager => {
      const [rows, total] = await manager.findAndCount(IdentifierRow, {
        where: conditionsOf(filter),
        order: { registrationNr: 'ASC', internalNr: 'ASC' },
        skip: offsetOf(page),
        take: page.size,
      });
      return { rows: rows.map(identifierView), total };
    });
  }

  async find(internalNr: string): Promise<IdentifierData | undefined> {
    return (
      (await this.database.read(manager => manager.findOneBy(IdentifierRow, { internalNr }))) ?? undefined
    );
  }

  add(identifier: IdentifierData, createdBy: string | null): Promise<IdentifierView> {
    const { internalNr } = identifier;
    return this.database.write(async manager => {
      if (await manager.existsBy(IdentifierRow, { internalNr }))
        throw new AppError('IdentifierExists', internalNr);
      await manager.insert(IdentifierRow, { ...identifier, heldBy: null, createdBy });
      return identifierView(await this.store.get(manager, internalNr));
    });
  }

  change(
    internalNr: string,
    decide: (stored: IdentifierData & { readonly createdBy: string | null }) => IdentifierData,
  ): Promise<IdentifierView> {
    return this.database.write(async manager => {
      await lockByName(manager, `card ${internalNr}`);
      const { seq, ...stored } = await this.store.get(manager, internalNr);
      const { registrationNr, technology, type, lost, validFrom, validTo } = decide(stored);
      await manager.update(
        IdentifierRow,
        { seq },
        { registrationNr, technology, type, lost, validFrom, validTo },
      );
      return identifierView(await this.store.get(manager, internalNr));
    });
  }
}

/** Alternative conditions. Each is a range of an index. */
function conditionsOf(filter: IdentifierFilter): FindOptionsWhere<IdentifierRow>[] {
  const { status, technology, type, text, createdBy } = filter;
  const all: FindOptionsWhere<IdentifierRow> = {
    ...(status !== null && { lost: status === IdentifierStatus.Lost }),
    ...(status === IdentifierStatus.Free && { heldBy: IsNull() }),
    ...(status === IdentifierStatus.Assigned && { heldBy: Not(IsNull()) }),
    ...(technology !== null && { technology }),
    ...(type !== null && { type }),
    ...(createdBy !== null && { createdBy }),
  };
  if (text === null) return [all];
  return [
    { ...all, internalNr: beginningWith(normaliseInternalNr(text)) },
    { ...all, registrationNr: beginningWith(text) },
  ];
}

/** A range up to the last character of Unicode, instead of LIKE, so that no character of the text is a wildcard. */
function beginningWith(text: string) {
  return Between(text, `${text}\u{10ffff}`);
}
