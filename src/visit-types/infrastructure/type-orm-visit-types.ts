import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Database, lockByName } from '../../database';
import { AppError } from '../../shared/errors/app-error';
import { type Listed, offsetOf, type Page } from '../../shared/page';
import type { VisitTypeView } from '../../shared/visit';
import { VisitTypes } from '../application/visit-types';
import { ActivityTypeRow } from './activity-type.row';
import { VisitTypeRow } from './visit-type.row';

@Injectable()
export class TypeOrmVisitTypes extends VisitTypes {
  constructor(private readonly database: Database) {
    super();
  }

  list(page: Page): Promise<Listed<VisitTypeView>> {
    return this.database.read(async manager => {
      const [rows, total] = await manager.findAndCount(VisitTypeRow, {
        relations: { requiredActivities: true },
        order: { title: 'ASC' },
        skip: offsetOf(page),
        take: page.size,
      });
      return { rows: rows.map(visitTypeView), total };
    });
  }

  async find(title: string): Promise<VisitTypeView | undefined> {
    const row = await this.database.read(manager => findRow(manager, title));
    return row && visitTypeView(row);
  }

  unknownActivities(titles: readonly string[]): Promise<string[]> {
    return this.database.read(async manager => {
      const rows = await activitiesOf(manager, titles);
      return titles.filter(title => !rows.some(row => row.title === title));
    });
  }

  add({ title, shortcut, escortRequired, requiredActivities }: VisitTypeView): Promise<void> {
    return this.database.write(async manager => {
      const required = await getActivities(manager, requiredActivities);
      if (await manager.existsBy(VisitTypeRow, { title })) throw new AppError('VisitTypeExists', title);
      await manager.insert(VisitTypeRow, { title, shortcut, escortRequired });
      const { seq } = await manager.findOneByOrFail(VisitTypeRow, { title });
      await requiredOf(manager, seq).add(required);
    });
  }

  change(title: string, decide: (stored: VisitTypeView) => VisitTypeView): Promise<VisitTypeView> {
    return this.database.write(async manager => {
      await lockByName(manager, `visit type ${title}`);
      const row = await getVisitType(manager, title);
      const type = decide(visitTypeView(row));
      const { shortcut, escortRequired } = type;
      const required = await getActivities(manager, type.requiredActivities);
      await manager.update(VisitTypeRow, { seq: row.seq }, { shortcut, escortRequired });
      await requiredOf(manager, row.seq).remove(row.requiredActivities?.map(({ seq }) => seq) ?? []);
      await requiredOf(manager, row.seq).add(required);
      return type;
    });
  }
}

/** With its activities. @throws AppError VisitTypeNotFound */
export async function getVisitType(manager: EntityManager, title: string): Promise<VisitTypeRow> {
  const row = await findRow(manager, title);
  if (!row) throw new AppError('VisitTypeNotFound', title);
  return row;
}

/** @throws AppError VisitTypeNotFound */
export async function visitTypeSeq(manager: EntityManager, title: string): Promise<number> {
  const type = await manager.findOneBy(VisitTypeRow, { title });
  if (!type) throw new AppError('VisitTypeNotFound', title);
  return type.seq;
}

/** A type as it is shown; its activities by title. */
function visitTypeView(row: VisitTypeRow): VisitTypeView {
  if (!row.requiredActivities) throw new Error('a visit type was read without its activities');
  const { title, shortcut, escortRequired, requiredActivities } = row;
  return {
    title,
    shortcut,
    escortRequired,
    requiredActivities: requiredActivities.map(activity => activity.title).sort(),
  };
}

async function findRow(manager: EntityManager, title: string): Promise<VisitTypeRow | undefined> {
  const [row] = await manager.find(VisitTypeRow, {
    where: { title },
    relations: { requiredActivities: true },
  });
  return row;
}

function activitiesOf(manager: EntityManager, titles: readonly string[]): Promise<ActivityTypeRow[]> {
  return manager.findBy(ActivityTypeRow, { title: In([...titles]) });
}

/** @throws AppError ActivityTypeNotFound with the first title that there is not */
async function getActivities(manager: EntityManager, titles: readonly string[]): Promise<number[]> {
  const rows = await activitiesOf(manager, titles);
  const unknown = titles.find(title => !rows.some(row => row.title === title));
  if (unknown !== undefined) throw new AppError('ActivityTypeNotFound', unknown);
  return rows.map(({ seq }) => seq);
}

function requiredOf(manager: EntityManager, seq: number) {
  return manager.createQueryBuilder().relation(VisitTypeRow, 'requiredActivities').of(seq);
}
