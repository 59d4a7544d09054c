import { describedUser, type DescribedUser } from '../../auth';
import { OrgStructure, Person } from '../../directory';
import {
  bindRow,
  type BoundRow,
  Choice,
  type DtoClass,
  fieldsOf,
  type YesNo,
  yesNo,
} from '../../http/fields';
import { normaliseInternalNr, VisitorIdentifier } from '../../identifiers';
import type { TimeZone } from '../../shared/time-zone';
import { ActivityType, VisitType } from '../../visit-types';
import type { FileFault } from './apply-fault';
import { fieldName, LocatedFile, type Path } from './located-file';

/** One item of a section: its members, without those that are at fault. */
export interface Item<T> extends BoundRow<T> {
  readonly path: Path;
  /** What others refer to it by; empty when it is missing or at fault. */
  readonly key: string;
}

/** A card in the file says whether it is lost: the other status, assigned, is up to the visits. */
export class FileCard extends VisitorIdentifier {
  @Choice(yesNo, { description: 'Whether it is lost', required: false, example: 0 }) Lost: YesNo | null;
}

const sectionNames = [
  'users',
  'organizationalStructure',
  'persons',
  'activityTypes',
  'visitTypes',
  'identifiers',
] as const;
type SectionName = (typeof sectionNames)[number];

/** Members of the requests that a file does not have. */
const notInFiles = ['status', 'timeLastChange'];

export type Reading = ReturnType<typeof readSections>;

/** Reads every item, by the rules of the requests of its feature. @throws ApplyFault when the text is neither JSON nor YAML */
export function readSections(text: string, zone: TimeZone) {
  const file = LocatedFile.parse(text);
  const reader = new SectionReader(file, zone);
  return {
    file,
    /** Those of the file itself; the items have their own. */
    faults: reader.faults,
    users: reader.users(),
    organizationalStructure: reader.items('organizationalStructure', OrgStructure, 'Structure'),
    persons: reader.items('persons', Person, 'PersonId'),
    activityTypes: reader.items('activityTypes', ActivityType, 'Title'),
    visitTypes: reader.items('visitTypes', VisitType, 'Title'),
    identifiers: reader.items('identifiers', FileCard, 'InternalNrLong', normaliseInternalNr),
  };
}

/** `RequiredActivities[2]` of a request, as the path of the member in the file. */
export function memberPath(field: string): Path {
  const steps = field.split(/[.[\]]+/).filter(Boolean);
  return steps.map(step => (/^\d+$/.test(step) ? Number(step) : inFile(step)));
}

/** The file begins names of members in lower case. */
function inFile(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

class SectionReader {
  readonly faults: FileFault[] = [];
  private readonly sections: Readonly<Record<string, unknown>>;

  constructor(
    private readonly file: LocatedFile,
    private readonly zone: TimeZone,
  ) {
    this.sections = this.readRoot(file.content ?? {});
  }

  users(): Item<DescribedUser>[] {
    const lines = new Map<string, number>();
    return this.mapsIn('users').flatMap(({ path, raw }) => {
      const { data, error } = describedUser.safeParse(raw);
      this.refuseDuplicate(lines, [...path, 'login'], data?.login ?? raw.login);
      for (const issue of error?.issues ?? []) {
        const names = issue.code === 'unrecognized_keys' ? issue.keys.map(name => [name]) : [[]];
        for (const name of names) this.report([...path, ...issue.path, ...name], issue.message);
      }
      return data ? [{ path, key: data.login, value: data, faults: [] }] : [];
    });
  }

  /** @param form normalises a key, so that equal keys compare equal */
  items<T extends object>(
    section: SectionName,
    type: DtoClass<T>,
    keyField: keyof T & string,
    form = (key: string) => key,
  ): Item<T>[] {
    const lines = new Map<string, number>();
    const known = fieldsOf(type).map(({ name }) => inFile(name));
    const allowed = known.filter(name => !notInFiles.includes(name));
    return this.mapsIn(section).map(({ path, raw }) => {
      for (const name of Object.keys(raw))
        if (!allowed.includes(name))
          this.report([...path, name], `is not known here; known are ${allowed.join(', ')}`);
      const { value, faults } = this.bind(type, raw);
      const given = value[keyField];
      const key = typeof given === 'string' ? form(given) : '';
      this.refuseDuplicate(lines, [...path, inFile(keyField)], key);
      return { path, key, value, faults };
    });
  }

  private bind<T extends object>(type: DtoClass<T>, raw: Readonly<Record<string, unknown>>): BoundRow<T> {
    const flags = fieldsOf(type).filter(({ value }) => value?.enumeration === yesNo);
    const isFlag = (name: string) => flags.some(flag => inFile(flag.name) === name);
    const members = Object.entries(raw).map(([name, value]) => [
      name,
      typeof value === 'boolean' && isFlag(name) ? Number(value) : value,
    ]);
    const { value, faults } = bindRow(type, Object.fromEntries(members), 'json', this.zone);
    const isNumber = (field: string) => typeof raw[inFile(field)] === 'number';
    return {
      value,
      // YAML takes 007 for a number.
      faults: faults.map(({ field, problem }) =>
        problem === 'must be a text' && isNumber(field)
          ? { field, problem: 'must be a text; put a number in quotes' }
          : { field, problem },
      ),
    };
  }

  private readRoot(content: unknown): Readonly<Record<string, unknown>> {
    const known = sectionNames.join(', ');
    if (!isMap(content)) {
      this.faults.push({ line: 1, field: 'the file', problem: `must be a map of sections: ${known}` });
      return {};
    }
    for (const name of Object.keys(content))
      if (!sectionNames.some(each => each === name)) this.report([name], `is no section; known are ${known}`);
    return content;
  }

  private mapsIn(section: SectionName): { path: Path; raw: Readonly<Record<string, unknown>> }[] {
    const content = this.sections[section] ?? [];
    if (!Array.isArray(content)) this.report([section], 'must be a list');
    return (Array.isArray(content) ? (content as unknown[]) : []).flatMap((raw, index) => {
      const path = [section, index];
      if (isMap(raw)) return [{ path, raw }];
      this.report(path, 'must be a map of members');
      return [];
    });
  }

  private refuseDuplicate(lines: Map<string, number>, path: Path, key: unknown): void {
    if (typeof key !== 'string' || key === '') return;
    const first = lines.get(key);
    if (first === undefined) lines.set(key, this.file.lineOf(path));
    else this.report(path, `is the same as on line ${first}`);
  }

  private report(path: Path, problem: string): void {
    this.faults.push({ line: this.file.lineOf(path), field: fieldName(path), problem });
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
