import { type Licence, type LicenceReading, licenceStatus } from './licence';

const licence: Licence = {
  id: 'L-1',
  licensee: 'Company ABC',
  agendas: ['Visits', 'Visitors'],
  notBefore: new Date('2026-11-01T00:00:00Z'),
  expires: new Date('2027-11-01T00:00:00Z'),
  issuedAt: new Date('2026-10-20T00:00:00Z'),
};
const signed: LicenceReading = { kind: 'signed', licence };

describe('the status of a licence', () => {
  it('has every agenda, without end, for the community licence', () => {
    expect(licenceStatus({ kind: 'community' }, new Date('2999-01-01T00:00:00Z'))).toEqual({
      state: 'community',
      agendas: ['Visits', 'Visitors', 'Identifiers', 'OrganizationalStructure', 'Persons'],
    });
  });

  it.each([
    ['2026-10-31T23:59:59.999Z', 'not yet valid', []],
    ['2026-11-01T00:00:00.000Z', 'valid', ['Visits', 'Visitors']],
    ['2027-10-31T23:59:59.999Z', 'valid', ['Visits', 'Visitors']],
    ['2027-11-01T00:00:00.000Z', 'expired', []],
  ])('at %s is %s', (now, state, agendas) => {
    expect(licenceStatus(signed, new Date(now))).toEqual({
      state,
      licensee: 'Company ABC',
      agendas,
      notBefore: licence.notBefore,
      expires: licence.expires,
    });
  });

  it('has no agenda at an invalid date', () => {
    expect(licenceStatus(signed, new Date(NaN)).agendas).toEqual([]);
  });

  it('never has an agenda for a licence that ends before it begins', () => {
    const turned: LicenceReading = {
      kind: 'signed',
      licence: { ...licence, notBefore: licence.expires, expires: licence.notBefore },
    };
    for (const now of ['2026-01-01', '2026-11-01', '2027-01-01', '2027-11-01', '2028-01-01'])
      expect(licenceStatus(turned, new Date(now)).agendas).toEqual([]);
  });

  it.each(['forged', 'unreadable'] as const)('has no agenda, but a reason, for a %s licence', kind => {
    expect(licenceStatus({ kind, problem: 'the reason' }, licence.notBefore)).toEqual({
      state: kind,
      agendas: [],
      problem: 'the reason',
    });
  });
});
