import type { z } from 'zod';
import { normaliseInternalNr } from '../../identifiers';
import type { TimeZone } from '../../shared/time-zone';
import type { FileFault } from './apply-fault';
import { fieldName, LocatedFile } from './located-file';
import { type Item, type SectionName, sectionsIn } from './sections';

/** One item and where in the file it stands. */
export interface Entry<T> {
  readonly path: readonly PropertyKey[];
  readonly item: T;
}

export type Plan = { readonly [Name in SectionName]: readonly Entry<Item<Name>>[] };

/** What a file asks for, as far as it can be understood, and what is wrong with the rest. */
export interface Reading {
  readonly file: LocatedFile;
  readonly plan: Plan;
  /** What the file itself names, also in items that are otherwise wrong: a reference to these is not a second fault. */
  readonly named: Readonly<Record<SectionName, ReadonlySet<string>>>;
  readonly faults: readonly FileFault[];
}

/** The member by which others refer to an item, and the form in which two of them are the same. */
const keys: Readonly<Record<SectionName, { member: string; form?: (key: string) => string }>> = {
  users: { member: 'login' },
  organizationalStructure: { member: 'structure' },
  persons: { member: 'personId' },
  activityTypes: { member: 'title' },
  visitTypes: { member: 'title' },
  identifiers: { member: 'internalNrLong', form: normaliseInternalNr },
};

/** @throws ApplyFault when the text is neither JSON nor YAML */
export function readPlan(text: string, zone: TimeZone): Reading {
  const file = LocatedFile.parse(text);
  const faults: FileFault[] = [];
  const root = mapOf(file, faults);
  const sections = sectionsIn(zone);
  const read = <Name extends SectionName>(name: Name, schema: z.ZodType<Item<Name>>) =>
    new SectionReader(file, name, faults).read(root[name], schema);
  const users = read('users', sections.users);
  const organizationalStructure = read('organizationalStructure', sections.organizationalStructure);
  const persons = read('persons', sections.persons);
  const activityTypes = read('activityTypes', sections.activityTypes);
  const visitTypes = read('visitTypes', sections.visitTypes);
  const identifiers = read('identifiers', sections.identifiers);
  return {
    file,
    plan: {
      users: users.entries,
      organizationalStructure: organizationalStructure.entries,
      persons: persons.entries,
      activityTypes: activityTypes.entries,
      visitTypes: visitTypes.entries,
      identifiers: identifiers.entries,
    },
    named: {
      users: users.named,
      organizationalStructure: organizationalStructure.named,
      persons: persons.named,
      activityTypes: activityTypes.named,
      visitTypes: visitTypes.named,
      identifiers: identifiers.named,
    },
    faults,
  };
}

/** The sections of the file; an empty file has none. */
function mapOf(file: LocatedFile, faults: FileFault[]): Readonly<Record<string, unknown>> {
  const { content } = file;
  if (content === null || content === undefined) return {};
  const known = Object.keys(keys).join(', ');
  if (typeof content !== 'object' || Array.isArray(content)) {
    faults.push({ line: 1, field: 'the file', problem: `must be a map of sections: ${known}` });
    return {};
  }
  for (const name of Object.keys(content)) {
    if (name in keys && Object.hasOwn(keys, name)) continue;
    faults.push({
      line: file.lineOf([name]),
      field: fieldName([name]),
      problem: `is no section; known are ${known}`,
    });
  }
  return content as Readonly<Record<string, unknown>>;
}

/** Reads the items of one section, one by one, so that a bad one hides no other. */
class SectionReader {
  private readonly lineOfKey = new Map<string, number>();

  constructor(
    private readonly file: LocatedFile,
    private readonly section: SectionName,
    private readonly faults: FileFault[],
  ) {}

  read<T>(content: unknown, schema: z.ZodType<T>): { entries: Entry<T>[]; named: ReadonlySet<string> } {
    const entries: Entry<T>[] = [];
    if (content !== null && content !== undefined && !Array.isArray(content))
      this.report([this.section], 'must be a list');
    for (const [index, raw] of (Array.isArray(content) ? (content as unknown[]) : []).entries()) {
      const path = [this.section, index];
      this.noteKey(path, raw);
      const { data, error } = schema.safeParse(raw);
      if (error) this.reportIssues(path, error);
      else entries.push({ path, item: data });
    }
    return { entries, named: new Set(this.lineOfKey.keys()) };
  }

  private noteKey(path: readonly PropertyKey[], raw: unknown): void {
    const { member, form = (key: string) => key } = keys[this.section];
    const key: unknown =
      typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>)[member] : undefined;
    if (typeof key !== 'string') return;
    const at = [...path, member];
    const first = this.lineOfKey.get(form(key));
    if (first === undefined) this.lineOfKey.set(form(key), this.file.lineOf(at));
    else this.report(at, `is the same as on line ${first}`);
  }

  private reportIssues(path: readonly PropertyKey[], { issues }: z.ZodError): void {
    for (const issue of issues) {
      const at = [...path, ...issue.path];
      if (issue.code !== 'unrecognized_keys') this.report(at, issue.message);
      else for (const key of issue.keys) this.report([...at, key], issue.message);
    }
  }

  private report(path: readonly PropertyKey[], problem: string): void {
    this.faults.push({ line: this.file.lineOf(path), field: fieldName(path), problem });
  }
}
