import { type BoundRow, Choice, Flag, Integer, List, Rows, Text } from '../../http/fields';
import { FieldFault } from '../../http/wire/envelope';
import { type Outcome, outcomes } from '../application/import-rows';
import { OrgStructure, Person } from './directory.dto';

/** Maximum number of rows of a request. The command line has no such limit. */
const MAX_ROWS = 10_000;

class UpsertReq {
  @Flag({
    description: 'Tells what would be done and does nothing; false when left out',
    required: false,
    example: false,
  })
  DryRun?: boolean;
  @Flag({
    description: 'Stores the good rows although others are at fault; false when left out',
    required: false,
    example: false,
  })
  Partial?: boolean;
}

export class PersonUpsertReq extends UpsertReq {
  @Rows(() => Person, {
    description: 'Persons to make or change',
    item: 'Person',
    max: MAX_ROWS,
    first: true,
  })
  Persons: BoundRow<Person>[];
}

export class OrgStructureUpsertReq extends UpsertReq {
  @Rows(() => OrgStructure, {
    description: 'Units to make or change; TimeLastChange is ignored',
    item: 'OrgStructure',
    max: MAX_ROWS,
    first: true,
  })
  OrgStructures: BoundRow<OrgStructure>[];
}

const counted = { min: 0, max: MAX_ROWS };

export class UpsertResult {
  @Integer({ description: 'Which row, from 1', min: 1, max: MAX_ROWS, example: 1 }) Row: number;
  @Text({
    description: 'Its PersonId or Structure; null when that is at fault',
    required: false,
    max: 1000,
    example: '100',
  })
  Key: string | null;
  @Choice(outcomes, { description: 'What became of it', example: 'created' }) Outcome: Outcome;
  @List(() => FieldFault, { description: 'What is wrong with a refused row', item: 'Fault', max: 100 })
  Faults: FieldFault[];
}

export class UpsertResp {
  @List(() => UpsertResult, {
    description: 'What became of each row, in order',
    item: 'Result',
    max: MAX_ROWS,
  })
  Results: UpsertResult[];
  @Integer({ description: 'Rows that were new', ...counted, example: 1 }) Created: number;
  @Integer({ description: 'Rows that differed from what was on file', ...counted, example: 0 })
  Changed: number;
  @Integer({ description: 'Rows that did not', ...counted, example: 0 }) Left: number;
  @Integer({ description: 'Rows that were at fault and were not stored', ...counted, example: 0 })
  Refused: number;
  @Flag({ description: 'Nothing was stored, as the request wished', example: false }) DryRun: boolean;
}
