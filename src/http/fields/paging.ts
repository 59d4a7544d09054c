import type { Page } from '../../shared/page';
import { Integer } from './fields';

/** The query of every list. */
export class PageQuery {
  @Integer({ description: 'Page, from 1', required: false, min: 1, max: 1_000_000_000, example: 1 })
  PageNumber?: number;
  @Integer({
    description: 'Rows a page; 100 when left out',
    required: false,
    min: 1,
    max: 1000,
    example: 100,
  })
  PageSize?: number;
}

export class Paging {
  @Integer({ description: 'This page, from 1', min: 1, max: 1_000_000_000, example: 1 }) PageNumber: number;
  @Integer({ description: 'Rows a page', min: 1, max: 1000, example: 100 }) PageSize: number;
  @Integer({ description: 'Rows on all pages', min: 0, max: 1_000_000_000, example: 1 }) TotalCount: number;
}

export function pageOf({ PageNumber = 1, PageSize = 100 }: PageQuery): Page {
  return { number: PageNumber, size: PageSize };
}

export function presentPaging({ number, size }: Page, total: number): Paging {
  return { PageNumber: number, PageSize: size, TotalCount: total };
}
