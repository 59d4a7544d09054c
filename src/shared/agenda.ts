/** The agendas of the origin: what privileges are given on and what a licence names. */
export const agendas = ['Visits', 'Visitors', 'Identifiers', 'OrganizationalStructure', 'Persons'] as const;

export type Agenda = (typeof agendas)[number];
