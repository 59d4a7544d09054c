import { agendas, rightsOn } from '../../shared/agenda';
import { someUser } from '../../../test/fakes/examples';
import { holds } from '../../shared/caller';
import { callerFrom, everyPrivilege } from './user';

describe('a privilege', () => {
  const user = someUser({ privileges: { Visits: ['View', 'New'], Visitors: [] } });

  it.each([
    ['Visits', 'View', true],
    ['Visits', 'New', true],
    ['Visits', 'Edit', false],
    ['Visitors', 'View', false],
    ['Persons', 'View', false],
  ] as const)('%s: %s is held: %s', (agenda, right, held) => {
    expect(holds(user, agenda, right)).toBe(held);
  });

  it('is missing on every agenda for a user without privileges', () => {
    for (const agenda of agendas)
      for (const right of rightsOn(agenda))
        expect(holds(someUser({ privileges: {} }), agenda, right)).toBe(false);
  });

  it('is held in full by the first administrator', () => {
    const { privileges } = someUser({ privileges: everyPrivilege });
    expect(privileges).toEqual({
      Visits: ['View', 'New', 'Edit', 'Types'],
      Visitors: ['View', 'New', 'Edit', 'Activities', 'Types'],
      Identifiers: ['View', 'New', 'Edit'],
      OrganizationalStructure: ['View', 'New', 'Edit'],
      Persons: ['View', 'New', 'Edit'],
    });
  });
});

describe('the caller', () => {
  it('has user, address, request id, privileges and record permissions', () => {
    const recordPermissions = { Visits: { View: 'Own' } } as const;
    const privileges = { Visits: ['View'] } as const;
    const user = someUser({ id: '7', login: 'gate', privileges, recordPermissions });
    expect(callerFrom(user, '10.0.0.8', 'request-2')).toEqual({
      userId: '7',
      login: 'gate',
      address: '10.0.0.8',
      requestId: 'request-2',
      privileges,
      recordPermissions,
    });
  });
});
