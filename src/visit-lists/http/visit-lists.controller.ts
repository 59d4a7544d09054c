import { Controller } from '@nestjs/common';
import { Action, Input, CurrentCaller } from '../../http/action';
import { pageOf } from '../../http/fields';
import type { Caller } from '../../shared/caller';
import { ListVisits } from '../application/list-visits';
import { orderOf, positionOf, presentFollowing, presentPage, requestOf } from './visit-list';
import { VisitGetAllResp } from './visit-list.dto';
import { VisitGetAllQuery } from './visit-list-query.dto';

/** Looking for visits. */
@Controller()
export class VisitListsController {
  constructor(private readonly listVisits: ListVisits) {}

  @Action('GET visit/getAll', {
    summary: 'List visits',
    description:
      'Those that the caller may view and that meet every condition: page by page for a desk, by cursor for synchronising. With a cursor, a visit that meets the conditions throughout is told once, however many are written meanwhile; the next round asks for ChangedSince = ChangedUntil.',
    tag: 'Look up visits',
    request: VisitGetAllQuery,
    response: VisitGetAllResp,
    requires: ['Visits:View'],
    errors: ['VisitorNotFound', 'PersonNotFound', 'StructureNotFound', 'VisitTypeNotFound'],
  })
  async getAll(@CurrentCaller() caller: Caller, @Input() query: VisitGetAllQuery): Promise<VisitGetAllResp> {
    const request = requestOf(query);
    const page = pageOf(query);
    if (query.Cursor === undefined) {
      return presentPage(query, await this.listVisits.page(caller, request, orderOf(query), page));
    }
    const position = positionOf(query);
    return presentFollowing(query, await this.listVisits.following(caller, request, position, page.size));
  }
}
