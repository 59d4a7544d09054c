import { Injectable } from '@nestjs/common';
import {
  allOf,
  type Condition,
  containing,
  Database,
  type EngineName,
  oneAtATime,
  query,
} from '../../database';
import type { Caller } from '../../shared/caller';
import { Clock } from '../../shared/clock';
import { AppError } from '../../shared/errors/app-error';
import { foldText } from '../../shared/fold-text';
import { type Listed, offsetOf, type Page } from '../../shared/page';
import { type VisitorData, VisitorMatch } from '../../shared/visitor';
import {
  type RecordedActivity,
  type VisitorChanges,
  type VisitorFilter,
  VisitorRepository,
} from '../application/ports';
import { visitorText } from './folded-visitor';
import { permittedVisitors } from './permitted-visitors';
import { VisitorActivityRow } from './visitor-activity.row';
import { VisitorStore } from './visitor-store';
import { visitorData, type VisitorDataColumns, VisitorRow } from './visitor.row';

@Injectable()
export class TypeOrmVisitorRepository extends VisitorRepository {
  constructor(
    private readonly database: Database,
    private readonly store: VisitorStore,
    private readonly clock: Clock,
  ) {
    super();
  }

  get(caller: Caller, id: string): Promise<VisitorData> {
    return this.database.read(async manager =>
      visitorData(await this.store.getPermitted(manager, id, caller, 'View')),
    );
  }

  list(caller: Caller, filter: VisitorFilter, page: Page): Promise<Listed<VisitorData>> {
    const { sql, parameters } = listed(this.database.engine, caller, filter);
    return this.database.read(async manager => {
      const rows = await query<VisitorDataColumns>(manager, pageSql(sql), [
        ...parameters,
        page.size,
        offsetOf(page),
      ]);
      const counts = await query<{ total: number }>(manager, countSql(sql), parameters);
      return { rows: rows.map(visitorData), total: counts[0]?.total ?? 0 };
    });
  }

  create(caller: Caller, given: VisitorData): Promise<{ visitor: VisitorData; match: VisitorMatch }> {
    return this.database.write(async manager => {
      if (given.id !== null && (await manager.existsBy(VisitorRow, { id: given.id })))
        throw new AppError('VisitorExists', given.id);
      const { visitor, match } = await this.store.resolve(manager, given, caller, this.clock.now());
      const kept =
        match === VisitorMatch.New
          ? await this.store.get(manager, visitor.id)
          : await this.store.getPermitted(manager, visitor.id, caller, 'View');
      return { visitor: visitorData(kept), match };
    });
  }

  update(caller: Caller, id: string, changes: VisitorChanges): Promise<VisitorData> {
    return this.database.write(async manager => {
      await oneAtATime(manager, `visitor ${id}`);
      const visitor = await this.store.getPermitted(manager, id, caller, 'Edit');
      await this.store.change(manager, visitor, changes);
      return visitorData(await this.store.get(manager, id));
    });
  }

  activities(
    caller: Caller,
    id: string,
    { page, withAttachments }: { page: Page; withAttachments: boolean },
  ): Promise<Listed<RecordedActivity>> {
    return this.database.read(async manager => {
      const { seq: visitorSeq } = await this.store.getPermitted(manager, id, caller, 'View');
      const [rows, total] = await manager
        .createQueryBuilder(VisitorActivityRow, 'activity')
        .select(['activity.seq', 'activity.validTo', 'activity.description', 'type'])
        .addSelect(withAttachments ? ['activity.attachment'] : [])
        .innerJoin('activity.activityType', 'type')
        .where({ visitorSeq })
        .orderBy('activity.seq', 'DESC')
        .limit(page.size)
        .offset(offsetOf(page))
        .getManyAndCount();
      return { rows: rows.map(recorded), total };
    });
  }
}

/** What a list of these visitors reads: a page of them, and how many there are. */
export function pageSql(condition: string): string {
  return `SELECT id, name, surname, date_of_birth AS "dateOfBirth", company, email, phone_number AS "phoneNumber",
      language, doc_number AS "docNumber", doc_state AS "docState", doc_type AS "docType"
    FROM "visitor" WHERE ${condition} ORDER BY folded_surname, folded_name, seq LIMIT ? OFFSET ?`;
}

export function countSql(condition: string): string {
  return `SELECT count(*) AS total FROM "visitor" WHERE ${condition}`;
}

export function listed(
  engine: EngineName,
  caller: Caller,
  { text, docNumber, email }: VisitorFilter,
): Condition {
  const conditions = [permittedVisitors(caller, 'View')];
  if (text !== null) conditions.push(containing(engine, visitorText, foldText(text)));
  if (docNumber !== null) conditions.push({ sql: '"visitor".doc_number = ?', parameters: [docNumber] });
  if (email !== null)
    conditions.push({ sql: '"visitor".folded_email = ?', parameters: [foldText(email).trim()] });
  return allOf(conditions);
}

/** An attachment that was not asked for was not read. */
function recorded(
  row: Omit<VisitorActivityRow, 'attachment'> & { attachment?: Buffer | null },
): RecordedActivity {
  const { activityType: type, validTo, description, attachment = null } = row;
  if (!type) throw new Error('an activity was read without its type');
  return { type, activity: { activityType: type.title, validTo, description, attachment } };
}
