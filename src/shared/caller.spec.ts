import { type Caller, mayTouch, mayTouchRecord, permissionOf, type RecordPermission } from './caller';

const caller = (View: RecordPermission, Edit: RecordPermission = 'All'): Caller => ({
  userId: '7',
  login: 'reception',
  address: '10.0.0.1',
  requestId: 'r',
  privileges: {},
  recordPermissions: { Visits: { View, Edit }, Visitors: { View: Edit, Edit: View } },
});
const visit = (structure: string | null, createdBy = '8') => ({ structure, createdBy });

describe('the permission for a record', () => {
  it.each<[string, RecordPermission, string | null, string, boolean]>([
    ['All covers every visit', 'All', 'A', '8', true],
    ['All covers a visit without a unit', 'All', null, '8', true],
    ['Own covers what the user created', 'Own', 'A', '7', true],
    ['Own covers what the user created without a unit', 'Own', null, '7', true],
    ['Own covers nothing of others', 'Own', 'A', '8', false],
    ['a unit covers itself', ['A'], 'A', '8', true],
    ['a unit covers what is below it', ['A'], 'A - B - C', '8', true],
    ['a unit does not cover what is above it', ['A - B'], 'A', '8', false],
    ['a unit does not cover its neighbour', ['A - B'], 'A - C', '8', false],
    ['a unit does not cover one that only has the same prefix', ['A'], 'AB', '8', false],
    ['a unit does not cover one with another separator', ['A'], 'A-B', '8', false],
    ['a unit is case-sensitive', ['A'], 'a', '8', false],
    ['units cover no visit without a unit', ['A'], null, '8', false],
    ['units do not cover what the user created elsewhere', ['A'], 'B', '7', false],
    ['one of several units is enough', ['A', 'B'], 'B - C', '8', true],
    ['an empty list covers nothing', [], 'A', '7', false],
  ])('%s', (_, permission, structure, createdBy, allowed) => {
    expect(mayTouch(caller(permission), 'View', visit(structure, createdBy))).toBe(allowed);
  });

  it('depends on the right', () => {
    expect(mayTouch(caller('All', 'Own'), 'View', visit('A'))).toBe(true);
    expect(mayTouch(caller('All', 'Own'), 'Edit', visit('A'))).toBe(false);
  });
});

describe('the permission for a visitor', () => {
  it.each<[string, RecordPermission, readonly string[], string | null, boolean]>([
    ['All covers every visitor', 'All', [], null, true],
    ['Own covers visitors created by the caller', 'Own', ['A'], '7', true],
    ['Own covers no visitor of another user', 'Own', ['A'], '8', false],
    ['Own covers no visitor without a recorded creator', 'Own', [], null, false],
    ['a unit covers its visitors', ['A'], ['B', 'A'], '8', true],
    ['a unit covers visitors of a unit below it', ['A'], ['A - B'], '8', true],
    ['a unit covers no visitors of other units', ['A'], ['AB', 'B - A'], '8', false],
    ['a unit covers no visitor without a visit', ['A'], [], '7', false],
  ])('%s', (_, permission, structures, createdBy, may) => {
    expect(mayTouchRecord(caller('All', permission), 'Visitors', 'View', { createdBy, structures })).toBe(
      may,
    );
    expect(mayTouchRecord(caller(permission, 'All'), 'Visitors', 'Edit', { createdBy, structures })).toBe(
      may,
    );
  });
});

it('is All for every agenda without a record permission', () => {
  const everyone = { ...caller('All'), recordPermissions: { Visits: { Edit: 'Own' } } } as const;
  expect(permissionOf(everyone, 'Visits', 'View')).toBe('All');
  expect(permissionOf(everyone, 'Visits', 'Edit')).toBe('Own');
  expect(permissionOf(everyone, 'Persons', 'View')).toBe('All');
});
