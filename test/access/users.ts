import type { Privileges, RecordPermissions } from '../../src/shared/caller';
import { office, production } from '../support/seed';

export const visitNames = ['anna', 'bora', 'cyrilBefore', 'cyril', 'olga'] as const;
export type VisitName = (typeof visitNames)[number];

/** A user of the matrix. */
export interface Kind {
  readonly privileges: Privileges;
  readonly recordPermissions: RecordPermissions;
  /**
   * What the record permissions cover of each visit and its visitor, written out by hand: `v` view the visit, `e` edit it,
   * `f` view the file of its visitor, `g` edit the file.
   */
  readonly covers: Readonly<Record<VisitName, string>>;
}

const everything: Privileges = {
  Visits: ['View', 'New', 'Edit', 'Types'],
  Visitors: ['View', 'New', 'Edit', 'Activities', 'Types'],
  Identifiers: ['View', 'New', 'Edit'],
  OrganizationalStructure: ['View', 'New', 'Edit'],
  Persons: ['View', 'New', 'Edit'],
};

const all = { anna: 'vefg', bora: 'vefg', cyrilBefore: 'vefg', cyril: 'vefg', olga: 'vefg' };

function withAll(privileges: Privileges): Kind {
  return { privileges, recordPermissions: {}, covers: all };
}

function limited(
  recordPermissions: RecordPermissions,
  covers: Kind['covers'],
  privileges = everything,
): Kind {
  return { privileges, recordPermissions, covers };
}

const A = { View: [production], Edit: [production] };
const B = { View: [office], Edit: [office] };
const own = { View: 'Own', Edit: 'Own' } as const;

/**
 * Anna comes to unit A, Bora to unit B, Cyril to A and after that to B. Olga goes nowhere, and is a visitor of the user
 * `own` alone, who made the visit too.
 */
export const kinds = {
  everything: withAll(everything),
  nothing: withAll({}),
  'Visits New': withAll({ Visits: ['New'] }),
  'Visits View': withAll({ Visits: ['View'] }),
  'Visits Edit': withAll({ Visits: ['Edit'] }),
  'Visits, no Visitors': withAll({ Visits: ['View', 'New', 'Edit'] }),
  'Visitors View': withAll({ Visitors: ['View'] }),
  'Visitors New': withAll({ Visitors: ['New'] }),
  'Visitors Edit': withAll({ Visitors: ['Edit', 'Activities'] }),
  'Visits New, Visitors View': withAll({ Visits: ['New'], Visitors: ['View'] }),
  'Identifiers View': withAll({ Identifiers: ['View'] }),
  'Persons View': withAll({ Persons: ['View'] }),
  'Structure View': withAll({ OrganizationalStructure: ['View'] }),
  own: limited(
    { Visits: own, Visitors: own, Identifiers: own, Persons: own, OrganizationalStructure: own },
    { anna: '', bora: '', cyrilBefore: '', cyril: '', olga: 'vefg' },
  ),
  'unit A': limited(
    { Visits: A, Visitors: A, Persons: A, OrganizationalStructure: A },
    { anna: 'vefg', bora: '', cyrilBefore: 'vefg', cyril: 'fg', olga: '' },
  ),
  'unit B': limited(
    { Visits: B, Visitors: B, Persons: B, OrganizationalStructure: B },
    { anna: '', bora: 'vefg', cyrilBefore: 'fg', cyril: 'vefg', olga: '' },
  ),
  'visits of A': limited(
    { Visits: A },
    { anna: 'vefg', bora: 'fg', cyrilBefore: 'vefg', cyril: 'fg', olga: 'fg' },
  ),
  'visitors of A': limited(
    { Visitors: A },
    { anna: 'vefg', bora: 've', cyrilBefore: 'vefg', cyril: 'vefg', olga: 've' },
  ),
  'views all, edits A': limited(
    { Visits: { Edit: [production] }, Visitors: { Edit: [production] } },
    { anna: 'vefg', bora: 'vf', cyrilBefore: 'vefg', cyril: 'vfg', olga: 'vf' },
  ),
} satisfies Record<string, Kind>;

export type KindName = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as KindName[];

const rights = {
  v: ['Visits', 'View'],
  e: ['Visits', 'Edit'],
  f: ['Visitors', 'View'],
  g: ['Visitors', 'Edit'],
} as const;

export type Letter = keyof typeof rights;

/** Whether privilege and record permission let the user do what a letter of `covers` says. */
export function may(kind: Kind, letter: Letter, visit: VisitName): boolean {
  const [agenda, right] = rights[letter];
  return (kind.privileges[agenda]?.includes(right) ?? false) && kind.covers[visit].includes(letter);
}
