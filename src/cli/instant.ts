import { InvalidArgumentError } from 'commander';
import { z } from 'zod';

/** An argument that is a date (its beginning, in UTC) or a time with its offset. @throws InvalidArgumentError */
export function instant(text: string): Date {
  const isRight =
    z.iso.date().safeParse(text).success || z.iso.datetime({ offset: true }).safeParse(text).success;
  if (!isRight) throw new InvalidArgumentError('It must be such as 2027-12-31 or 2027-12-31T12:00:00Z.');
  return new Date(text);
}
