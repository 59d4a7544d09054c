import { Controller } from '@nestjs/common';
import { Action, type ActionOptions, Input, CurrentCaller } from '../../http/action';
import type { Caller } from '../../shared/caller';
import { UpsertDirectory } from '../application/upsert-directory';
import { presentUpsert } from './directory-presenter';
import { personRow, unitRow } from './directory-rows';
import { OrgStructureUpsertReq, PersonUpsertReq, UpsertResp } from './upsert.dto';

const rules = `At most 10,000 rows. Omitted members stay unchanged. All or nothing: if one row has a fault, nothing is stored and the
answer is 1002 with every fault of every row (of more than 1000, the first ones and the number of the others). With Partial, the valid rows are stored and the others are reported in Results.
A row outside the caller's record permission Edit is a fault. All rows are checked before the first is stored. They are
stored in slices of 250 or fewer, so that others can write in between. If that ends early with 1544, the slices before
stay stored, and the same request again stores the rest. A DryRun only reads.`;

const common: Pick<ActionOptions, 'tag' | 'response' | 'errors' | 'largeBody' | 'maxValues'> = {
  tag: 'Persons and units',
  response: UpsertResp,
  errors: ['VisitUpdateFailed'],
  largeBody: true,
  maxValues: 250_000,
};

/** Bulk upsert of persons and units. */
@Controller()
export class UpsertController {
  constructor(private readonly upsert: UpsertDirectory) {}

  @Action('POST person/upsert', {
    ...common,
    summary: 'Create and change persons',
    description: `Persons by PersonId. A new person needs Name and Surname. Structure must exist (empty: no unit). ${rules}`,
    request: PersonUpsertReq,
    requires: ['Persons:New', 'Persons:Edit'],
  })
  async persons(@CurrentCaller() caller: Caller, @Input() request: PersonUpsertReq): Promise<UpsertResp> {
    const { Persons, DryRun: dryRun = false, Partial: partial = false } = request;
    const rows = Persons.map((bound, index) => personRow(bound, index + 1));
    return presentUpsert(await this.upsert.persons(caller, rows, { dryRun, partial }), dryRun);
  }

  @Action('POST orgStructure/upsert', {
    ...common,
    summary: 'Create and change org units',
    description: `Units by Structure, of at most 32 levels. Missing units above them are created, at most 10,000 besides those of the rows. ${rules}`,
    request: OrgStructureUpsertReq,
    requires: ['OrganizationalStructure:New', 'OrganizationalStructure:Edit'],
  })
  async units(@CurrentCaller() caller: Caller, @Input() request: OrgStructureUpsertReq): Promise<UpsertResp> {
    const { OrgStructures, DryRun: dryRun = false, Partial: partial = false } = request;
    const rows = OrgStructures.map((bound, index) => unitRow(bound, index + 1));
    return presentUpsert(await this.upsert.units(caller, rows, { dryRun, partial }), dryRun);
  }
}
