import { enumeration } from '../../shared/enumeration';

/** Orders of visit/getAll; a minus turns one around. */
export const VisitSort = {
  Created: 'Created',
  CreatedDescending: '-Created',
  ValidFrom: 'ValidFrom',
  ValidFromDescending: '-ValidFrom',
  Changed: 'Changed',
  ChangedDescending: '-Changed',
} as const;

export type VisitSort = (typeof VisitSort)[keyof typeof VisitSort];

export const visitSorts = enumeration('VisitSort', 'Order of the visits', VisitSort, {
  Created: 'as they were made',
  CreatedDescending: 'the latest made first',
  ValidFrom: 'by ValidFrom',
  ValidFromDescending: 'by ValidFrom, the latest first',
  Changed: 'as they were changed',
  ChangedDescending: 'the latest changed first',
});
