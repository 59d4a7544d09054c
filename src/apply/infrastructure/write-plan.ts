import type { EntityManager } from 'typeorm';
import { type ApiKeys, UserRow } from '../../auth';
import {
  OrgUnitRow,
  parentOf,
  PersonRow,
  searchColumns,
  titleOf,
  unitsAbove,
  unitSearchColumns,
} from '../../directory';
import { IdentifierRow } from '../../identifiers';
import type { Random } from '../../shared/random';
import { ActivityTypeRow, VisitTypeRow } from '../../visit-types';
import type { Stored } from './check-references';
import type { Plan } from './read-plan';
import type { ApplyReport, Thing } from './report';
import type { Item } from './sections';
import { Table } from './table';

/** Columns that the file calls otherwise. */
const fileNames: Readonly<Record<string, string>> = {
  keyDigest: 'apiKey',
  description: 'desc',
  orgUnitSeq: 'structure',
};

/** When it is written; a dry run writes nothing. */
interface Way {
  readonly now: Date;
  readonly dryRun: boolean;
}

interface Tables {
  users: Table<UserRow>;
  units: Table<OrgUnitRow>;
  persons: Table<PersonRow>;
  activityTypes: Table<ActivityTypeRow>;
  visitTypes: Table<VisitTypeRow>;
  identifiers: Table<IdentifierRow>;
}

/** Writes a plan within one transaction, or tells what it would write. What others refer to comes first. */
export class PlanWriter {
  private readonly things: Thing[] = [];
  private readonly made: { login: string; key: string }[] = [];

  private constructor(
    private readonly manager: EntityManager,
    private readonly tables: Tables,
    private readonly keys: ApiKeys,
    private readonly random: Random,
    private readonly way: Way,
  ) {}

  static async begin(manager: EntityManager, keys: ApiKeys, random: Random, way: Way): Promise<PlanWriter> {
    const { dryRun } = way;
    const tables: Tables = {
      users: await Table.read(manager, UserRow, 'login', { dryRun }),
      units: await Table.read(manager, OrgUnitRow, 'structure', { dryRun }),
      persons: await Table.read(manager, PersonRow, 'personId', { dryRun }),
      activityTypes: await Table.read(manager, ActivityTypeRow, 'title', { dryRun }),
      visitTypes: await Table.read(manager, VisitTypeRow, 'title', {
        dryRun,
        relations: ['requiredActivities'],
      }),
      identifiers: await Table.read(manager, IdentifierRow, 'internalNr', { dryRun }),
    };
    return new PlanWriter(manager, tables, keys, random, way);
  }

  get stored(): Stored {
    return { structures: this.tables.units.keys, activityTypes: this.tables.activityTypes.keys };
  }

  /** Expects that every reference of the plan is known. */
  async write(plan: Plan): Promise<ApplyReport> {
    const listed = new Set(plan.organizationalStructure.map(({ item }) => item.structure));
    for (const { item } of plan.activityTypes) await this.putActivityType(item);
    for (const { item } of plan.visitTypes) await this.putVisitType(item);
    for (const { item } of plan.organizationalStructure) {
      await this.makeUnitsAbove(item.structure, listed);
      await this.putUnit(item);
    }
    for (const { item } of plan.persons) await this.putPerson(item);
    for (const { item } of plan.users) await this.putUser(item);
    for (const { item } of plan.identifiers) await this.putIdentifier(item);
    return { things: this.things, keys: this.made };
  }

  private note(kind: Thing['kind'], name: string, { outcome, members }: Pick<Thing, 'outcome' | 'members'>) {
    const named = members.map(column => fileNames[column] ?? column);
    this.things.push({ kind, name, outcome, members: named });
  }

  private async putActivityType({ title, ...wanted }: Item<'activityTypes'>): Promise<void> {
    this.note('activity type', title, await this.tables.activityTypes.put(title, wanted));
  }

  private async putVisitType(item: Item<'visitTypes'>): Promise<void> {
    const { title, requiredActivities, ...wanted } = item;
    const { visitTypes, activityTypes } = this.tables;
    const before = visitTypes.find(title)?.requiredActivities?.map(({ seq }) => seq) ?? [];
    const { outcome, members } = await visitTypes.put(title, wanted);
    const after = requiredActivities.map(activity => activityTypes.get(activity).seq);
    const added = [...new Set(after)].filter(seq => !before.includes(seq));
    const removed = before.filter(seq => !after.includes(seq));
    const differs = added.length + removed.length > 0;
    if (differs && !this.way.dryRun) {
      const required = this.manager.createQueryBuilder().relation(VisitTypeRow, 'requiredActivities');
      await required.of(visitTypes.get(title).seq).addAndRemove(added, removed);
    }
    const done = { outcome: 'changed', members: [...members, 'requiredActivities'] } as const;
    this.note('visit type', title, differs && outcome !== 'created' ? done : { outcome, members });
  }

  private async makeUnitsAbove(structure: string, listed: ReadonlySet<string>): Promise<void> {
    for (const above of unitsAbove(structure)) {
      if (listed.has(above) || this.tables.units.find(above)) continue;
      await this.putUnit({ structure: above, title: titleOf(above), desc: '', type: '', shortcut: '' });
    }
  }

  private async putUnit(item: Item<'organizationalStructure'>): Promise<void> {
    const { structure, desc: description, ...rest } = item;
    const wanted = { ...rest, description, parentUnit: parentOf(structure) };
    const along = { changedAt: this.way.now, ...unitSearchColumns(item) };
    this.note('org unit', structure, await this.tables.units.put(structure, wanted, along, along));
  }

  private async putPerson({ personId, structure, ...rest }: Item<'persons'>): Promise<void> {
    const orgUnitSeq = structure === null ? null : this.tables.units.get(structure).seq;
    const along = searchColumns(rest);
    const done = await this.tables.persons.put(personId, { ...rest, orgUnitSeq }, along, along);
    this.note('person', personId, done);
  }

  private async putUser({ login, apiKey, blocked, ...rest }: Item<'users'>): Promise<void> {
    const isNew = this.tables.users.find(login) === undefined;
    const key = apiKey ?? (isNew ? this.keys.make() : undefined);
    const wanted = {
      ...rest,
      ...(typeof blocked === 'boolean' && { blocked }),
      ...(key !== undefined && { keyDigest: this.keys.digest(key) }),
    };
    const whenNew = {
      id: this.random.guid(),
      blocked: false,
      createdAt: this.way.now,
      updatedAt: this.way.now,
    };
    const done = await this.tables.users.put(login, wanted, whenNew, { updatedAt: this.way.now });
    this.note('user', login, done);
    if (isNew && key !== undefined && key !== apiKey) this.made.push({ login, key });
  }

  private async putIdentifier({ internalNrLong, lost, ...rest }: Item<'identifiers'>): Promise<void> {
    const wanted = { ...rest, ...(typeof lost === 'boolean' && { lost }) };
    const whenNew = { lost: false, heldBy: null };
    this.note(
      'identifier',
      internalNrLong,
      await this.tables.identifiers.put(internalNrLong, wanted, whenNew),
    );
  }
}
