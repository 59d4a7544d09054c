import { Controller } from '@nestjs/common';
import type { ActionOptions } from '../../http/action';
import { Action } from '../../http/action.decorator';
import { Input, WhoAsks } from '../../http/input.decorator';
import type { Caller } from '../../shared/caller';
import { UpsertDirectory } from '../application/upsert-directory';
import { presentUpsert } from './directory-presenter';
import { personRow, unitRow } from './directory-rows';
import { OrgStructureUpsertReq, PersonUpsertReq, UpsertResp } from './upsert.dto';

const rules = `At most 10,000 rows. What a row leaves out keeps what is on file. All or nothing: one row at fault stores nothing and
answers 1002, which names every fault of every row; with Partial the good rows are stored and the others are in Results.
A row outside the caller's record permission Edit is at fault.`;

const common: Pick<ActionOptions, 'tag' | 'response' | 'errors' | 'largeBody' | 'maxValues'> = {
  tag: 'Directory',
  response: UpsertResp,
  errors: ['VisitUpdateFailed'],
  largeBody: true,
  maxValues: 250_000,
};

/** Making and changing many persons or units at once. */
@Controller()
export class UpsertController {
  constructor(private readonly upsert: UpsertDirectory) {}

  @Action('POST person/upsert', {
    ...common,
    summary: 'Make and change persons',
    description: `Persons by PersonId; a new one needs Name and Surname, and Structure must be on file (empty: none). ${rules}`,
    request: PersonUpsertReq,
    requires: [
      { agenda: 'Persons', right: 'New', refusal: 'PersonsNewPrivilege' },
      { agenda: 'Persons', right: 'Edit', refusal: 'PersonsEditPrivilege' },
    ],
  })
  async persons(@WhoAsks() caller: Caller, @Input() request: PersonUpsertReq): Promise<UpsertResp> {
    const { Persons, DryRun: dryRun = false, Partial: partial = false } = request;
    const rows = Persons.map((bound, index) => personRow(bound, index + 1));
    return presentUpsert(await this.upsert.persons(caller, rows, { dryRun, partial }), dryRun);
  }

  @Action('POST orgStructure/upsert', {
    ...common,
    summary: 'Make and change org units',
    description: `Units by Structure; those above one that are missing are made. ${rules}`,
    request: OrgStructureUpsertReq,
    requires: [
      { agenda: 'OrganizationalStructure', right: 'New', refusal: 'StructureNewPrivilege' },
      { agenda: 'OrganizationalStructure', right: 'Edit', refusal: 'StructureEditPrivilege' },
    ],
  })
  async units(@WhoAsks() caller: Caller, @Input() request: OrgStructureUpsertReq): Promise<UpsertResp> {
    const { OrgStructures, DryRun: dryRun = false, Partial: partial = false } = request;
    const rows = OrgStructures.map((bound, index) => unitRow(bound, index + 1));
    return presentUpsert(await this.upsert.units(caller, rows, { dryRun, partial }), dryRun);
  }
}
