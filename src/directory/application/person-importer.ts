import type { FieldProblem } from '../../shared/errors/app-error';
import { compareWanted } from '../../shared/put';
import {
  type Importer,
  type ImportOptions,
  type ImportRow,
  outsidePermission,
  refused,
  type RowResult,
  withFaults,
} from './import-rows';
import type { DirectoryChanges, DirectoryReads, PersonChange, PersonRecord } from './ports';

/** Imports persons. A new person needs name and surname, and the unit must exist. */
export class PersonImporter implements Importer<PersonChange> {
  private onFile: ReadonlyMap<string, PersonRecord> = new Map();
  private units: ReadonlySet<string> = new Set();
  private decided: PersonRecord[] = [];

  constructor(private readonly options: Pick<ImportOptions, 'mayEdit' | 'alsoOnFile'>) {}

  weightOf({ key, item }: ImportRow<PersonChange>): number {
    const { name = '', surname = '', email = '', structure = '' } = item;
    // Name and surname are indexed twice.
    return key.length + 2 * (name.length + surname.length) + email.length + structure.length;
  }

  async begin(reads: DirectoryReads, rows: readonly ImportRow<PersonChange>[]): Promise<void> {
    const persons = await reads.persons(rows.map(({ key }) => key));
    const named = rows.flatMap(({ item: { structure } }) => (structure ? [structure] : []));
    const units = await reads.units(named);
    this.onFile = new Map(persons.map(person => [person.personId, person]));
    this.units = new Set(units.map(({ structure }) => structure));
    this.decided = [];
  }

  judge({ key, item, faults }: ImportRow<PersonChange>): Omit<RowResult, 'row' | 'key'> {
    const before = this.onFile.get(key);
    const wanted = wantedPerson(key, item, before);
    const all = withFaults(faults, this.faultsOf(item, wanted, before));
    if (all.length > 0) return refused(all);
    const result = compareWanted(before, wanted);
    if (result.outcome !== 'left') this.decided.push(wanted);
    return { ...result, faults: [] };
  }

  write(changes: DirectoryChanges): Promise<void> {
    return changes.putPersons(this.decided);
  }

  private faultsOf(
    item: PersonChange,
    wanted: PersonRecord,
    before: PersonRecord | undefined,
  ): FieldProblem[] {
    const faults: FieldProblem[] = [];
    const demand = (met: boolean, field: string, problem: string) => {
      if (!met) faults.push({ field, problem });
    };
    demand(wanted.name !== '', 'Name', 'is required for a new person');
    demand(wanted.surname !== '', 'Surname', 'is required for a new person');
    const isOnFile = (unit: string) => this.units.has(unit) || this.options.alsoOnFile?.has(unit) === true;
    demand(!item.structure || isOnFile(item.structure), 'Structure', 'is no unit on file');
    const mayEdit = [wanted, ...(before ? [before] : [])].every(({ structure }) =>
      this.options.mayEdit(structure === null ? [] : [structure]),
    );
    demand(mayEdit, 'PersonId', outsidePermission);
    return faults;
  }
}

function wantedPerson(
  personId: string,
  { structure, ...change }: PersonChange,
  before: Omit<PersonRecord, 'personId'> = { name: '', surname: '', email: '', structure: null },
): PersonRecord {
  return {
    personId,
    name: change.name ?? before.name,
    surname: change.surname ?? before.surname,
    email: change.email ?? before.email,
    structure: structure === undefined ? before.structure : structure || null,
  };
}
