import { AppError } from './app-error';
import { type ErrorCode, errorCatalogue } from './error-catalogue';

describe('an AppError', () => {
  it('carries number, status and message of its row', () => {
    const error = new AppError('VisitCannotBeEnded', 'x');
    expect(error).toMatchObject({ code: 'VisitCannotBeEnded', number: 1545, status: 403 });
    expect(error.message).toBe('VisitId [x] cannot be ended');
    expect(error).toBeInstanceOf(Error);
  });

  it('fills every placeholder', () => {
    expect(new AppError('VisitCannotMove', 'x', 0, 'entered').message).toBe(
      'VisitId [x] in state 0 cannot be entered',
    );
  });

  it('inserts parameters literally', () => {
    expect(new AppError('PersonNotFound', '{0} $& $1 {1}').message).toBe(
      'PersonId [{0} $& $1 {1}] not found',
    );
  });

  it('BadParameters names every bad field', () => {
    const details = [{ field: 'VisitId', problem: 'is required' }];
    expect(AppError.badParameters(details)).toMatchObject({
      code: 'BadParameters',
      number: 1002,
      status: 400,
      details,
    });
  });
});

describe('the error catalogue', () => {
  const rows = Object.entries(errorCatalogue);

  it('has no number twice', () => {
    const numbers = rows.flatMap(([, { number }]) => (number === null ? [] : [number]));
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it.each(rows)('%s has an error status and a text', (_, { status, message, when }) => {
    expect([400, 401, 403, 404, 405, 409, 413, 415, 417, 422, 500]).toContain(status);
    expect(message).not.toBe('');
    expect(when).not.toBe('');
  });

  /** Copied from the contract. */
  it.each<[ErrorCode, number, number, string]>([
    ['NotLicensed', 8, 403, 'Not licensed'],
    ['TokenNotFound', 1000, 401, 'Token {0} not found'],
    ['TokenExpired', 1001, 401, 'Token {0} already expired'],
    ['BadParameters', 1002, 400, 'Entry parameter missing or parameter bindigs failed'],
    ['LoginUnknown', 1003, 401, 'UserLogin or ApiKey are unknown'],
    ['KeyInvalid', 1004, 401, 'ApiKey is invalid'],
    ['AddressRefused', 1006, 401, 'Ip filter violated for ip client address [{0}]'],
    ['FilterUnreadable', 1007, 401, 'Ip filter [{0}] parsing failed'],
    ['RateExceeded', 1008, 401, 'Request rate policy violated for [{0}]'],
    ['PersonNotFound', 1100, 404, 'PersonId [{0}] not found'],
    ['IdentifierNotFound', 1140, 404, 'Identifier [{0}] not found'],
    ['IdentifiersViewPrivilege', 1141, 403, 'Privilege View of agenda Identifiers violated for [{0}]'],
    ['StructureNotFound', 1160, 404, 'Organization structure [{0}] not found'],
    ['VisitsViewPrivilege', 1516, 403, 'Privilege View of agenda Visits violated'],
    ['VisitGone', 1517, 404, 'Visit not found'],
    ['VisitsViewPermission', 1537, 403, 'Record permission View of agenda Visits violated'],
    ['VisitNotExists', 1540, 404, 'Visit not exists'],
    ['VisitUpdateFailed', 1544, 404, 'Updating visit ended with exception {0}.'],
    ['VisitCannotBeEnded', 1545, 403, 'VisitId [{0}] cannot be ended'],
  ])('keeps %s as EFG AktionNEXT documents it', (code, number, status, message) => {
    expect(errorCatalogue[code]).toMatchObject({ number, status, message });
  });
});
