import { Injectable } from '@nestjs/common';
import type { Agenda } from '../../shared/agenda';
import { type Caller, mayTouchRecord } from '../../shared/caller';
import { AppError, type FieldProblem } from '../../shared/errors/app-error';
import { ImportDirectory } from './import-directory';
import type { ImportOptions, ImportRow, RowResult, Totals } from './import-rows';
import type { PersonChange, UnitChange } from './ports';

type UpsertOptions = Pick<ImportOptions, 'dryRun' | 'partial'>;

export interface UpsertReport {
  readonly results: readonly RowResult[];
  readonly totals: Totals;
}

/** Maximum number of parent units created by one request. */
const MAX_UNITS_ABOVE = 10_000;

/** Maximum number of faults in `Details`. */
const MAX_DETAILS = 1000;

/** An import within the caller's record permission Edit. */
@Injectable()
export class UpsertDirectory {
  constructor(private readonly importing: ImportDirectory) {}

  /** @throws AppError BadParameters with the faults of the rows, at most 1000 of them, unless `partial`; as `importRows` */
  persons(
    caller: Caller,
    rows: readonly ImportRow<PersonChange>[],
    options: UpsertOptions,
  ): Promise<UpsertReport> {
    return run(caller, 'Persons', 'Persons', options, full => this.importing.persons(rows, full));
  }

  /** @throws AppError BadParameters with the faults of the rows, at most 1000 of them, unless `partial`; as `importRows` */
  units(
    caller: Caller,
    rows: readonly ImportRow<UnitChange>[],
    options: UpsertOptions,
  ): Promise<UpsertReport> {
    return run(caller, 'OrganizationalStructure', 'OrgStructures', options, full =>
      this.importing.units(rows, full),
    );
  }
}

async function run(
  caller: Caller,
  agenda: Agenda,
  list: string,
  { dryRun, partial }: UpsertOptions,
  work: (options: ImportOptions) => Promise<Totals>,
): Promise<UpsertReport> {
  const results: RowResult[] = [];
  const totals = await work({
    dryRun,
    partial,
    maxUnitsAbove: MAX_UNITS_ABOVE,
    mayEdit: structures => mayTouchRecord(caller, agenda, 'Edit', { createdBy: null, structures }),
    onResult: result => results.push(result),
  });
  if (totals.refused > 0 && !partial) throw AppError.badParameters(detailsOf(list, results));
  return { results, totals };
}

/**
 * Every fault of every row, by paths such as `Persons[3].PersonId`, with the index from 0. Beyond MAX_DETAILS, the first
 * ones and the number of the others.
 */
function detailsOf(list: string, results: readonly RowResult[]): FieldProblem[] {
  const details = results.flatMap(({ row, faults }) =>
    faults.map(({ field, problem }) => ({
      field: `${list}[${row - 1}]${field === '' ? '' : `.${field}`}`,
      problem,
    })),
  );
  if (details.length <= MAX_DETAILS) return details;
  const left = details.splice(MAX_DETAILS - 1).length;
  return [...details, { field: list, problem: `has ${left} more faults, in the rows that follow` }];
}
