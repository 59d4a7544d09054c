import { Injectable } from '@nestjs/common';
import {
  allOf,
  type Condition,
  containing,
  Database,
  type EngineName,
  lockByName,
  query,
  sortedBy,
} from '../../database';
import { refuseImpossibleBirth } from '../../shared/birth';
import type { Caller } from '../../shared/caller';
import { Clock } from '../../shared/clock';
import { AppError } from '../../shared/errors/app-error';
import { foldText } from '../../shared/fold-text';
import { type Listed, offsetOf, type Page } from '../../shared/page';
import { foldedNumber, type VisitorData, VisitorMatch } from '../../shared/visitor';
import {
  type ChangedVisitor,
  type ClearableMember,
  type RecordedActivity,
  type VisitorChanges,
  type VisitorFilter,
  VisitorRepository,
} from '../application/ports';
import { visitorText } from './folded-visitor';
import { findAttachment, listActivities } from './list-activities';
import { mayTouchVisitor, OpensFile, permittedVisitors } from './permitted-visitors';
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
      const rows = await query<VisitorDataColumns>(manager, pageSql(this.database.engine, sql), [
        ...parameters,
        page.size,
        offsetOf(page),
      ]);
      const counts = await query<{ total: number }>(manager, countSql(sql), parameters);
      return { rows: rows.map(visitorData), total: counts[0]?.total ?? 0 };
    });
  }

  async create(caller: Caller, given: VisitorData): Promise<{ visitor: VisitorData; match: VisitorMatch }> {
    refuseImpossibleBirth(given.dateOfBirth, this.clock.now());
    return this.database.write(async manager => {
      if (given.id !== null && (await manager.existsBy(VisitorRow, { id: given.id })))
        throw new AppError('VisitorExists', given.id);
      const { visitor, match, opensFile } = await this.store.resolve(
        manager,
        given,
        caller,
        this.clock.now(),
      );
      if (match !== VisitorMatch.New && opensFile === OpensFile.Not)
        throw new AppError('VisitorsViewPermission', visitor.id);
      return { visitor: visitorData(await this.store.get(manager, visitor.id)), match };
    });
  }

  async update(
    caller: Caller,
    id: string,
    changes: VisitorChanges,
    cleared: readonly ClearableMember[],
  ): Promise<ChangedVisitor> {
    refuseImpossibleBirth(changes.dateOfBirth, this.clock.now());
    return this.database.write(async manager => {
      await lockByName(manager, `visitor ${id}`);
      const visitor = await this.store.getPermitted(manager, id, caller, 'Edit');
      await this.store.change(manager, visitor, changes, cleared);
      const mayView = await mayTouchVisitor(manager, visitor, caller, 'View');
      return mayView ? visitorData(await this.store.get(manager, id)) : { id, ...changes };
    });
  }

  activities(caller: Caller, id: string, page: Page): Promise<Listed<RecordedActivity>> {
    return this.database.read(async manager => {
      const { seq: visitorSeq } = await this.store.getPermitted(manager, id, caller, 'View');
      return listActivities(manager, visitorSeq, page);
    });
  }

  attachment(caller: Caller, id: string, number: number): Promise<Buffer> {
    return this.database.read(async manager => {
      const { seq: visitorSeq } = await this.store.getPermitted(manager, id, caller, 'View');
      const attachment = await findAttachment(manager, visitorSeq, number);
      if (!attachment) throw new AppError('AttachmentNotFound', number, id);
      return attachment;
    });
  }
}

/** The statement for a page of the list. */
export function pageSql(engine: EngineName, condition: string): string {
  const [surname, name] = ['folded_surname', 'folded_name'].map(column => sortedBy(engine, column, 200));
  return `SELECT id, name, surname, date_of_birth AS "dateOfBirth", company, email, phone_number AS "phoneNumber",
      language, doc_number AS "docNumber", doc_state AS "docState", doc_type AS "docType"
    FROM "visitor" WHERE ${condition} ORDER BY ${surname}, ${name}, seq LIMIT ? OFFSET ?`;
}

export function countSql(condition: string): string {
  return `SELECT count(*) AS total FROM "visitor" WHERE ${condition}`;
}

export function listed(
  engine: EngineName,
  caller: Caller,
  { text, docNumber, email }: VisitorFilter,
): Condition {
  const conditions = [permittedVisitors(engine, caller, 'View')];
  if (text !== null) conditions.push(containing(engine, visitorText, foldText(text)));
  if (docNumber !== null) conditions.push(withDocument(docNumber));
  if (email !== null)
    conditions.push({ sql: '"visitor".folded_email = ?', parameters: [foldText(email).trim()] });
  return allOf(conditions);
}

/** A document of any state and type. */
function withDocument(number: string): Condition {
  const key = foldedNumber(number);
  const sql = `"visitor".document_key >= ? AND "visitor".document_key < ?`;
  return { sql, parameters: [`${key}\t`, `${key}\n`] };
}
