import { Injectable } from '@nestjs/common';
import type { Agenda } from '../../shared/agenda';
import { type Caller, mayTouchRecord } from '../../shared/caller';
import { AppError, type FieldProblem } from '../../shared/errors/app-error';
import { ImportDirectory } from './import-directory';
import type { ImportOptions, ImportRow, RowResult, Totals } from './import-rows';
import type { PersonChange, UnitChange } from './ports';

type Wishes = Pick<ImportOptions, 'dryRun' | 'partial'>;

export interface UpsertReport {
  readonly results: readonly RowResult[];
  readonly totals: Totals;
}

/** Most units above those of the rows that one request may make. */
const MAX_UNITS_ABOVE = 10_000;

/** Most faults that a refusal names, as documented for `Details`. */
const MAX_DETAILS = 1000;

/** An import as a caller asks for it, within the caller's record permission Edit. */
@Injectable()
export class UpsertDirectory {
  constructor(private readonly importing: ImportDirectory) {}

  /** @throws AppError BadParameters with the faults of the rows, at most 1000 of them, unless `partial`; as `importRows` */
  persons(caller: Caller, rows: readonly ImportRow<PersonChange>[], wishes: Wishes): Promise<UpsertReport> {
    return run(caller, 'Persons', 'Persons', wishes, options => this.importing.persons(rows, options));
  }

  /** @throws AppError BadParameters with the faults of the rows, at most 1000 of them, unless `partial`; as `importRows` */
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
    maxUnitsAbove: MAX_UNITS_ABOVE,
    mayEdit: structures => mayTouchRecord(caller, agenda, 'Edit', { createdBy: null, structures }),
    onResult: result => results.push(result),
  });
  if (totals.refused > 0 && !partial) throw AppError.badParameters(detailsOf(list, results));
  return { results, totals };
}

/** Every fault of every row; where these are more than a refusal holds, the first ones, and how many are left. */
function detailsOf(list: string, results: readonly RowResult[]): FieldProblem[] {
  const count = results.reduce((sum, { faults }) => sum + faults.length, 0);
  const told = count > MAX_DETAILS ? MAX_DETAILS - 1 : count;
  const details: FieldProblem[] = [];
  for (const result of results) {
    if (details.length >= told) break;
    details.push(...detailsOfRow(list, result).slice(0, told - details.length));
  }
  if (count > told)
    details.push({ field: list, problem: `has ${count - told} more faults, in the rows that follow` });
  return details;
}

/** `Persons[3].PersonId`, counted from 0 as every path of a member is. */
function detailsOfRow(list: string, { row, faults }: RowResult): FieldProblem[] {
  return faults.map(({ field, problem }) => ({
    field: `${list}[${row - 1}]${field === '' ? '' : `.${field}`}`,
    problem,
  }));
}
