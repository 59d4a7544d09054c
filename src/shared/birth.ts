import { isBirthday } from './dates';
import { AppError } from './errors/app-error';

/** @throws AppError BadParameters when the day is in the future or more than 130 years ago */
export function refuseImpossibleBirth(dateOfBirth: string | null, now: Date): void {
  if (dateOfBirth === null || isBirthday(dateOfBirth, now)) return;
  const problem = 'must be a day of the last 130 years';
  throw AppError.badParameters([{ field: 'Visitor.DateOfBirth', problem }]);
}
