import { z } from 'zod';
import { isApiKey } from '../../auth';
import { isUnitPath, titleOf, UNIT_PATH_RULE } from '../../directory';
import { isServiceLogin, type Privileges, type RecordPermissions } from '../../shared/caller';
import { normaliseInternalNr } from '../../identifiers';
import { AddressFilter } from '../../runtime/address-filter';
import { type Agenda, agendas, rightsOn } from '../../shared/agenda';
import { parseRatePolicy } from '../../shared/rate-policy';
import type { TimeZone } from '../../shared/time-zone';
import {
  flag,
  instant,
  integer,
  key,
  leftOut,
  lines,
  list,
  members,
  oneOf,
  optionalText,
  text,
  textThat,
} from './members';

const structure = textThat(UNIT_PATH_RULE, 1000, isUnitPath);

/** In one order, so that another order in the file is no change. */
const rightsSchema = (agenda: Agenda) =>
  list(oneOf(...rightsOn(agenda)))
    .transform(given => rightsOn(agenda).filter(right => given.includes(right)))
    .nullish();

const privileges = members(ofEachAgenda(rightsSchema)).transform((given): Privileges =>
  withoutNothing(given),
);

const permission = z
  .union([z.literal(['All', 'Own']), z.array(structure)], {
    error: 'must be All, Own, or a list of org-structure paths',
  })
  .nullish();
const permissions = members({ View: permission, Edit: permission }).transform(withoutNothing).nullish();
const recordPermissions = members(ofEachAgenda(() => permissions)).transform((given): RecordPermissions =>
  withoutNothing(given),
);

function ofEachAgenda<T>(make: (agenda: Agenda) => T): Record<Agenda, T> {
  return Object.fromEntries(agendas.map(agenda => [agenda, make(agenda)])) as Record<Agenda, T>;
}

/**
 * A user. Of one who is there already, what is left out gets its default, as the file is to be matched; but a key is
 * kept, and so is a block, which an operator may have put on by hand.
 */
export const user = members({
  login: key(100).refine(login => !isServiceLogin(login), 'must not be the name of the service itself'),
  apiKey: textThat('must be base64 of at least 16 bytes', 1000, isApiKey).nullish(),
  blocked: flag().nullish(),
  ipFilter: leftOut(
    textThat(
      'must be a list of addresses, CIDR blocks, ranges a-b or 10.1.2.*',
      4000,
      filter => AddressFilter.parse(filter) !== undefined,
    ),
    '',
  ),
  ratePolicy: leftOut(
    textThat(
      'must be off, or a count and a window such as 200/1s, 10/500ms or 60/1m',
      20,
      policy => parseRatePolicy(policy) !== undefined,
    ),
    null,
  ),
  privileges: leftOut(privileges, {}),
  recordPermissions: leftOut(recordPermissions, {}),
});

const unit = members({
  structure,
  title: text(1, 200).nullish(),
  desc: lines(4000),
  type: optionalText(100),
  shortcut: optionalText(30),
}).transform(({ title, ...rest }) => ({ ...rest, title: title ?? titleOf(rest.structure) }));

const person = members({
  personId: key(100),
  name: text(1, 100),
  surname: text(1, 100),
  email: optionalText(200),
  structure: leftOut(structure, null),
});

const activityType = members({
  title: text(1, 100),
  shortcut: optionalText(30),
  frequency: leftOut(integer(0, 36_500), 0),
  signed: leftOut(flag(), false),
});

const visitType = members({
  title: text(1, 100),
  shortcut: optionalText(30),
  escortRequired: leftOut(flag(), false),
  requiredActivities: leftOut(list(text(1, 100)), []),
});

/** Of a card that is there already, a loss that is left out stays as it is. */
const identifier = (zone: TimeZone) =>
  members({
    internalNrLong: textThat('must have 1 to 20 hexadecimal digits; put it in quotes', 20, number =>
      /^[0-9a-f]+$/i.test(number),
    ).transform(normaliseInternalNr),
    registrationNr: optionalText(100),
    technology: leftOut(integer(0, 5), 0),
    type: leftOut(integer(0, 99), 3),
    lost: flag().nullish(),
    validFrom: leftOut(instant(zone, 'start'), null),
    validTo: leftOut(instant(zone, 'end'), null),
  });

/** What each section of the file holds. */
export const sectionsIn = (zone: TimeZone) => ({
  users: user,
  organizationalStructure: unit,
  persons: person,
  activityTypes: activityType,
  visitTypes: visitType,
  identifiers: identifier(zone),
});

type Sections = ReturnType<typeof sectionsIn>;
export type SectionName = keyof Sections;
export type Item<Name extends SectionName> = z.output<Sections[Name]>;

function withoutNothing<T extends object>(map: T): { [Name in keyof T]?: NonNullable<T[Name]> } {
  return Object.fromEntries(
    Object.entries(map).filter(([, value]) => value !== null && value !== undefined),
  ) as { [Name in keyof T]?: NonNullable<T[Name]> };
}
