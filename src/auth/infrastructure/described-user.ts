import { z } from 'zod';
import { AddressFilter } from '../../runtime/address-filter';
import { type Agenda, agendas, rightsOn } from '../../shared/agenda';
import { isServiceLogin, type Privileges, type RecordPermissions } from '../../shared/caller';
import { parseRatePolicy } from '../../shared/rate-policy';
import { isBlank, isLonger } from '../../shared/text';
import type { DescribedUser } from '../application/administer-users';
import { isApiKey } from '../domain/api-key';

/** One wording for a member that is missing, another for one that breaks its rule. */
const must = (rule: string) => ({
  error: ({ input }: { input?: unknown }) => (input === undefined ? 'is missing' : rule),
});

const map = <T extends z.core.$ZodLooseShape>(shape: T) =>
  z.strictObject(shape, {
    error: ({ code, input }) => {
      if (code === 'unrecognized_keys')
        return `is not known here; known are ${Object.keys(shape).join(', ')}`;
      return input === undefined ? 'is missing' : 'must be a map of members';
    },
  });

const textThat = (rule: string, max: number, isRight: (value: string) => boolean) =>
  z
    .string(must(rule))
    .normalize('NFC')
    .refine(value => !isLonger(value, max) && isRight(value), rule);

/** Null and a member that is left out mean the same. */
const leftOut = <T extends z.ZodType, D>(schema: T, fallback: D) =>
  schema.nullish().transform((value): NonNullable<z.output<T>> | D => value ?? fallback);

/** Logins are shown in terminals, logs and XML. White space at the ends does not count. */
const login = z
  .string(must('must be text; put a number in quotes'))
  .normalize('NFC')
  .refine(value => !isLonger(value, 100) && !isBlank(value), 'must have 1 to 100 characters')
  .refine(
    value => value.isWellFormed() && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value),
    'must have no control characters, no line separators and no halves of characters',
  )
  .trim()
  .refine(value => !isServiceLogin(value), 'must not be the name of the service itself');

/** Sorted, so that reordering in a file is not seen as a change. */
const rights = (agenda: Agenda) =>
  z
    .array(
      z.literal([...rightsOn(agenda)], must(`must be one of ${rightsOn(agenda).join(', ')}`)),
      must('must be a list'),
    )
    .transform(given => rightsOn(agenda).filter(right => given.includes(right)))
    .nullish();

const permission = z
  .union([z.literal(['All', 'Own']), z.array(z.string().normalize('NFC'))], {
    error: 'must be All, Own, or a list of org-structure paths',
  })
  .nullish();
const permissions = map({ View: permission, Edit: permission }).transform(withoutNothing).nullish();

/** The rules of a user as a file or the command line describes one. What is left out gets its default, but see `DescribedUser`. */
export const describedUser = map({
  login,
  apiKey: leftOut(textThat('must be base64 of at least 16 bytes', 1000, isApiKey), undefined),
  blocked: leftOut(z.literal([0, 1, true, false], must('must be 0 or 1')).transform(Boolean), undefined),
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
  privileges: leftOut(
    map(ofEachAgenda(rights)).transform((given): Privileges => withoutNothing(given)),
    {},
  ),
  recordPermissions: leftOut(
    map(ofEachAgenda(() => permissions)).transform((given): RecordPermissions => withoutNothing(given)),
    {},
  ),
}) satisfies z.ZodType<DescribedUser>;

function ofEachAgenda<T>(make: (agenda: Agenda) => T): Record<Agenda, T> {
  return Object.fromEntries(agendas.map(agenda => [agenda, make(agenda)])) as Record<Agenda, T>;
}

function withoutNothing<T extends object>(given: T): { [Name in keyof T]?: NonNullable<T[Name]> } {
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null && value !== undefined),
  ) as { [Name in keyof T]?: NonNullable<T[Name]> };
}
