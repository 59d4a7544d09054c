import { type BoundRow, Choice, Flag, Integer, List, Rows, Text } from '../../http/fields';
import { FieldFault } from '../../http/wire/envelope';
import { type Outcome, outcomes } from '../application/import-rows';
import { OrgStructure, Person } from './directory.dto';

/** Maximum number of rows of a request. The command line has no such limit. */
const MAX_ROWS = 10_000;

const optionalFlag = { required: false, example: false } as const;

class UpsertReq {
  @Flag({
    description: 'Reports the outcome of each row without storing anything. Default: false',
    ...optionalFlag,
  })
  DryRun?: boolean;
  @Flag({ description: 'Stores the valid rows even if others have faults. Default: false', ...optionalFlag })
  Partial?: boolean;
}

const rows = { max: MAX_ROWS, first: true } as const;

export class PersonUpsertReq extends UpsertReq {
  @Rows(() => Person, { description: 'Persons to create or change', item: 'Person', ...rows })
  Persons: BoundRow<Person>[];
}

export class OrgStructureUpsertReq extends UpsertReq {
  @Rows(() => OrgStructure, {
    description: 'Units to create or change; TimeLastChange is ignored',
    item: 'OrgStructure',
    ...rows,
  })
  OrgStructures: BoundRow<OrgStructure>[];
}

const counted = { min: 0, max: MAX_ROWS };

export class UpsertResult {
  @Integer({ description: 'Row number, from 1', min: 1, max: MAX_ROWS, example: 1 }) Row: number;
  @Text({
    description: 'PersonId or Structure of the row; null if malformed',
    required: false,
    max: 1000,
    example: '100',
  })
  Key: string | null;
  @Choice(outcomes, { description: 'Outcome of the row', example: 'created' }) Outcome: Outcome;
  @List(() => FieldFault, { description: 'Faults of a refused row', item: 'Fault', max: 100 })
  Faults: FieldFault[];
}

export class UpsertResp {
  @List(() => UpsertResult, { description: 'Outcome of each row, in order', item: 'Result', max: MAX_ROWS })
  Results: UpsertResult[];
  @Integer({ description: 'New rows', ...counted, example: 1 }) Created: number;
  @Integer({ description: 'Rows that differed from the stored record', ...counted, example: 0 })
  Changed: number;
  @Integer({ description: 'Rows that were equal to the stored record', ...counted, example: 0 }) Left: number;
  @Integer({ description: 'Rows with faults, which were not stored', ...counted, example: 0 })
  Refused: number;
  @Flag({ description: 'Whether it was a dry run: nothing was stored', example: false }) DryRun: boolean;
}
