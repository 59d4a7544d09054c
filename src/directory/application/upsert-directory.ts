import { Injectable } from '@nestjs/common';
import type { Agenda } from '../../shared/agenda';
import { type Caller, mayTouchRecord } from '../../shared/caller';
import { AppError } from '../../shared/errors/app-error';
import { ImportDirectory } from './import-directory';
import type { ImportOptions, ImportRow, RowResult, Totals } from './import-rows';
import type { PersonChange, UnitChange } from './ports';

type Wishes = Pick<ImportOptions, 'dryRun' | 'partial'>;

export interface UpsertReport {
  readonly results: readonly RowResult[];
  readonly totals: Totals;
}

/** An import as a caller asks for it, within the caller's record permission Edit. */
@Injectable()
export class UpsertDirectory {
  constructor(private readonly importing: ImportDirectory) {}

  /** @throws AppError BadParameters with every fault of every row, unless `partial`; StorageFault */
  persons(caller: Caller, rows: readonly ImportRow<PersonChange>[], wishes: Wishes): Promise<UpsertReport> {
    return run(caller, 'Persons', 'Persons', wishes, options => this.importing.persons(rows, options));
  }

  /** @throws AppError BadParameters with every fault of every row, unless `partial`; StorageFault */
  units(caller: Caller, rows: readonly ImportRow<UnitChange>[], wishes: Wishes): Promise<UpsertReport> {
    return run(caller, 'OrganizationalStructure', 'OrgStructures', wishes, options =>
      this.importing.units(rows, options),
    );
  }
}

async function run(
  caller: Caller,
  agenda: Agenda,
  list: string,
  { dryRun, partial }: Wishes,
  work: (options: ImportOptions) => Promise<Totals>,
): Promise<UpsertReport> {
  const results: RowResult[] = [];
  const totals = await work({
    dryRun,
    partial,
    mayEdit: structures => mayTouchRecord(caller, agenda, 'Edit', { createdBy: null, structures }),
    onResult: result => results.push(result),
  });
  if (totals.refused > 0 && !partial)
    throw AppError.badParameters(results.flatMap(each => detailsOf(list, each)));
  return { results, totals };
}

/** `Persons[3].PersonId`, counted from 0 as every path of a member is. */
function detailsOf(list: string, { row, faults }: RowResult) {
  return faults.map(({ field, problem }) => ({
    field: `${list}[${row - 1}]${field === '' ? '' : `.${field}`}`,
    problem,
  }));
}
