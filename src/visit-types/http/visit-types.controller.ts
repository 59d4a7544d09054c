import { Controller } from '@nestjs/common';
import { Action, Input } from '../../http/action';
import { pageOf, PageQuery, presentPaging } from '../../http/fields';
import { AdministerVisitTypes } from '../application/administer-visit-types';
import { visitTypeRequest } from './type-requests';
import { presentVisitType } from './types-presenter';
import { VisitType, VisitTypeCreateReq, VisitTypesResp, VisitTypeUpdateReq } from './visit-types.dto';

/** The catalogue of visit types. */
@Controller()
export class VisitTypesController {
  constructor(private readonly administer: AdministerVisitTypes) {}

  @Action('GET visitType/getAll', {
    summary: 'List visit types',
    description: 'By title.',
    tag: 'Kinds of visits and trainings',
    request: PageQuery,
    response: VisitTypesResp,
    requires: ['Visits:View'],
    errors: [],
  })
  async getAll(@Input() query: PageQuery): Promise<VisitTypesResp> {
    const page = pageOf(query);
    const { rows, total } = await this.administer.list(page);
    return { VisitTypes: rows.map(presentVisitType), Paging: presentPaging(page, total) };
  }

  @Action('POST visitType/create', {
    summary: 'Add a visit type',
    description: 'Without an escort and without activities, unless they are asked for.',
    tag: 'Kinds of visits and trainings',
    request: VisitTypeCreateReq,
    response: VisitType,
    requires: ['Visits:Types'],
    errors: ['ActivityTypeNotFound', 'VisitTypeExists', 'VisitUpdateFailed'],
  })
  async create(@Input() { VisitType: type }: VisitTypeCreateReq): Promise<VisitType> {
    return presentVisitType(await this.administer.create(type.Title, visitTypeRequest(type)));
  }

  @Action('POST visitType/update', {
    summary: 'Change a visit type',
    description:
      'What is left out stays; RequiredActivities, when given, replaces the whole list. Visits that were checked already keep their state: they are measured by the change at their next check.',
    tag: 'Kinds of visits and trainings',
    request: VisitTypeUpdateReq,
    response: VisitType,
    requires: ['Visits:Types'],
    errors: ['VisitTypeNotFound', 'ActivityTypeNotFound', 'VisitUpdateFailed'],
  })
  async update(@Input() type: VisitTypeUpdateReq): Promise<VisitType> {
    return presentVisitType(await this.administer.update(type.Title, visitTypeRequest(type)));
  }
}
