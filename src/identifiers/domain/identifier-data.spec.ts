import { changedIdentifier, type IdentifierRequest, newIdentifier, refuseFaulty } from './identifier-data';

const january = new Date('2026-01-01T00:00:00.000Z');
const june = new Date('2026-06-01T00:00:00.000Z');

describe('a new card', () => {
  it('is by default a visiting card, not lost and always valid', () => {
    expect(newIdentifier('BEEF', { registrationNr: null, status: null })).toEqual({
      internalNr: 'BEEF',
      registrationNr: '',
      technology: 0,
      type: 3,
      lost: false,
      validFrom: null,
      validTo: null,
    });
  });

  it('has the members of the request', () => {
    const request = { registrationNr: 'V', technology: 2, type: 1, validFrom: january, validTo: june };
    expect(newIdentifier('BEEF', { ...request, status: 2 })).toEqual({
      ...request,
      internalNr: 'BEEF',
      lost: true,
    });
  });
});

describe('a changed card', () => {
  const stored = newIdentifier('BEEF', {
    registrationNr: 'V',
    technology: 2,
    type: 1,
    status: 2,
    validFrom: january,
    validTo: june,
  });

  it('keeps omitted members', () => {
    expect(changedIdentifier(stored, {})).toEqual(stored);
    expect(changedIdentifier({ ...stored, lost: false }, {}).lost).toBe(false);
  });

  it.each<[IdentifierRequest, object]>([
    [{ registrationNr: '' }, { registrationNr: '' }],
    [{ technology: 0 }, { technology: 0 }],
    [{ type: 0 }, { type: 0 }],
    [{ status: 0 }, { lost: false }],
    [{ validFrom: june }, { validFrom: june }],
    [{ validTo: january }, { validTo: january }],
  ])('changes by %j', (request, change) => {
    expect(changedIdentifier(stored, request)).toEqual({ ...stored, ...change });
  });
});

describe('an invalid card', () => {
  const faults = (request: IdentifierRequest, path = '') => {
    try {
      refuseFaulty(request, path);
    } catch (error) {
      expect(error).toMatchObject({ code: 'BadParameters' });
      return (error as { details: { field: string }[] }).details.map(({ field }) => field);
    }
    return [];
  };

  it.each<[IdentifierRequest, string[]]>([
    [{}, []],
    [{ status: 0 }, []],
    [{ status: 2 }, []],
    [{ status: 1 }, ['Status']],
    [{ validFrom: june }, []],
    [{ validTo: january }, []],
    [{ validFrom: january, validTo: june }, []],
    [{ validFrom: june, validTo: june }, []],
    [{ validFrom: june, validTo: january }, ['ValidTo']],
    [{ status: 1, validFrom: june, validTo: january }, ['Status', 'ValidTo']],
  ])('of %j: %j', (request, fields) => {
    expect(faults(request)).toEqual(fields);
  });

  it('is reported with its path', () => {
    expect(faults({ status: 1, validFrom: june, validTo: january }, 'Identifier.')).toEqual([
      'Identifier.Status',
      'Identifier.ValidTo',
    ]);
  });
});
