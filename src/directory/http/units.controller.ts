import { Controller } from '@nestjs/common';
import { Action, Input, CurrentCaller } from '../../http/action';
import { pageOf } from '../../http/fields';
import type { Caller } from '../../shared/caller';
import { GetUnits } from '../application/get-units';
import { orgStructure, presentUnits } from './directory-presenter';
import { OrgStructuresQuery, StructureAllQuery, StructureQuery } from './directory-requests.dto';
import { OrgStructure, OrgStructuresResp } from './directory.dto';

/** Reading org units. */
@Controller()
export class UnitsController {
  constructor(private readonly getUnits: GetUnits) {}

  @Action('GET visit/getStructureAll', {
    summary: 'List org units that can be visited',
    description: 'The units that the caller may view, by path.',
    tag: 'Persons and units',
    request: StructureAllQuery,
    response: OrgStructuresResp,
    requires: ['OrganizationalStructure:View'],
    errors: ['StructureNotFound'],
  })
  async structureAll(
    @CurrentCaller() caller: Caller,
    @Input() query: StructureAllQuery,
  ): Promise<OrgStructuresResp> {
    const page = pageOf(query);
    return presentUnits(page, await this.getUnits.list(caller, { structure: query.Structure }, page));
  }

  @Action('GET orgStructure/get', {
    summary: 'Read an org unit',
    description: 'One unit by its path.',
    tag: 'Persons and units',
    request: StructureQuery,
    response: OrgStructure,
    requires: ['OrganizationalStructure:View'],
    errors: ['StructureNotFound', 'StructureViewPermission'],
  })
  async get(@CurrentCaller() caller: Caller, @Input() { Structure }: StructureQuery): Promise<OrgStructure> {
    return orgStructure(await this.getUnits.one(caller, Structure));
  }

  @Action('GET orgStructure/getAll', {
    summary: 'List org units',
    description: 'The units that the caller may view, by path.',
    tag: 'Persons and units',
    request: OrgStructuresQuery,
    response: OrgStructuresResp,
    requires: ['OrganizationalStructure:View'],
    errors: ['StructureNotFound'],
  })
  async all(@CurrentCaller() caller: Caller, @Input() query: OrgStructuresQuery): Promise<OrgStructuresResp> {
    const page = pageOf(query);
    const filter = { text: query.Text, parentUnit: query.ParentUnit };
    return presentUnits(page, await this.getUnits.list(caller, filter, page));
  }
}
