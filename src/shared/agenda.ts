import type { ErrorCode } from './errors/error-catalogue';

/**
 * The agendas of the contract, the rights that exist on each, and the error when a user lacks the right. Privileges,
 * licences, apply files and the guards of all actions follow from this table. `Activities` allows recording activities
 * of visitors, `Types` defining visit types (agenda Visits) or activity types (agenda Visitors).
 */
export const refusals = {
  Visits: {
    View: 'VisitsViewPrivilege',
    New: 'VisitsNewPrivilege',
    Edit: 'VisitsEditPrivilege',
    Types: 'VisitTypesPrivilege',
  },
  Visitors: {
    View: 'VisitorsViewPrivilege',
    New: 'VisitorsNewPrivilege',
    Edit: 'VisitorsEditPrivilege',
    Activities: 'ActivitiesEditPrivilege',
    Types: 'ActivityTypesPrivilege',
  },
  Identifiers: {
    View: 'IdentifiersViewPrivilege',
    New: 'IdentifiersNewPrivilege',
    Edit: 'IdentifiersEditPrivilege',
  },
  OrganizationalStructure: {
    View: 'StructureViewPrivilege',
    New: 'StructureNewPrivilege',
    Edit: 'StructureEditPrivilege',
  },
  Persons: {
    View: 'PersonsViewPrivilege',
    New: 'PersonsNewPrivilege',
    Edit: 'PersonsEditPrivilege',
  },
} as const satisfies Record<string, Record<string, Extract<ErrorCode, `${string}Privilege`>>>;

type Table = typeof refusals;

export type Agenda = keyof Table;
export type Right = { [A in Agenda]: keyof Table[A] }[Agenda];
/** A right on an agenda, such as `Visits:View`. */
export type Privilege = { [A in Agenda]: `${A}:${keyof Table[A] & string}` }[Agenda];

export const agendas = Object.keys(refusals) as Agenda[];

/** The rights that exist on an agenda. */
export function rightsOn(agenda: Agenda): readonly Right[] {
  return Object.keys(refusals[agenda]) as Right[];
}
