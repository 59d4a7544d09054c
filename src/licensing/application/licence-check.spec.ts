import { type Agenda, agendas } from '../../shared/agenda';
import { Clock } from '../../shared/clock';
import type { LicenceReading } from '../domain/licence';
import { LicenceCheck } from './licence-check';
import { LicenceSource } from './ports';

class HandClock extends Clock {
  time = new Date('2026-12-01T12:00:00Z');

  now(): Date {
    return this.time;
  }

  monotonicMs(): number {
    return this.time.getTime();
  }
}

class HandLicenceSource extends LicenceSource {
  reading: LicenceReading = { kind: 'community' };

  current(): LicenceReading {
    return this.reading;
  }
}

const visitsOnly: LicenceReading = {
  kind: 'signed',
  licence: {
    id: 'L-1',
    licensee: 'Company ABC',
    agendas: ['Visits'],
    notBefore: new Date('2026-11-01T00:00:00Z'),
    expires: new Date('2027-01-01T00:00:00Z'),
    issuedAt: new Date('2026-10-20T00:00:00Z'),
  },
};

describe('LicenceCheck', () => {
  const clock = new HandClock();
  const source = new HandLicenceSource();
  const check = new LicenceCheck(source, clock);
  const refused = (agenda: Agenda) => {
    try {
      check.require(agenda);
      return undefined;
    } catch (error) {
      return error;
    }
  };
  const notLicensed = expect.objectContaining({ code: 'NotLicensed', number: 8, status: 403 });

  beforeEach(() => {
    clock.time = new Date('2026-12-01T12:00:00Z');
    source.reading = visitsOnly;
  });

  it('passes every agenda under the community licence', () => {
    source.reading = { kind: 'community' };
    for (const agenda of agendas) expect(refused(agenda)).toBeUndefined();
    expect(check.current().state).toBe('community');
  });

  it('refuses an agenda outside the licence with NotLicensed', () => {
    expect(refused('Visits')).toBeUndefined();
    expect(refused('Visitors')).toEqual(notLicensed);
  });

  it('refuses a licensed agenda before the licence begins and from its expiry on', () => {
    clock.time = new Date('2026-12-31T23:59:59.999Z');
    expect(refused('Visits')).toBeUndefined();
    clock.time = new Date('2027-01-01T00:00:00Z');
    expect(refused('Visits')).toEqual(notLicensed);
    expect(check.current().state).toBe('expired');
    clock.time = new Date('2026-10-31T23:59:59.999Z');
    expect(refused('Visits')).toEqual(notLicensed);
    expect(check.current().state).toBe('not yet valid');
  });

  it.each(['forged', 'unreadable'] as const)('refuses every agenda under a %s licence', kind => {
    source.reading = { kind, problem: 'the reason' };
    for (const agenda of agendas) expect(refused(agenda)).toEqual(notLicensed);
  });

  it('follows its source from one request to the next', () => {
    source.reading = { kind: 'unreadable', problem: 'it is gone' };
    expect(refused('Visits')).toEqual(notLicensed);
    source.reading = visitsOnly;
    expect(refused('Visits')).toBeUndefined();
  });
});
