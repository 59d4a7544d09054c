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
    ['a unit does not cover one whose name only begins alike', ['A'], 'AB', '8', false],
    ['a unit does not cover one joined otherwise', ['A'], 'A-B', '8', false],
    ['a unit is written in one case', ['A'], 'a', '8', false],
    ['units cover no visit without a unit', ['A'], null, '8', false],
    ['units do not cover what the user created elsewhere', ['A'], 'B', '7', false],
    ['any of several units will do', ['A', 'B'], 'B - C', '8', true],
    ['no unit covers nothing', [], 'A', '7', false],
  ])('%s', (_, permission, structure, createdBy, allowed) => {
    expect(mayTouch(caller(permission), 'View', visit(structure, createdBy))).toBe(allowed);
  });

  it('is asked for the right that is used', () => {
    expect(mayTouch(caller('All', 'Own'), 'View', visit('A'))).toBe(true);
    expect(mayTouch(caller('All', 'Own'), 'Edit', visit('A'))).toBe(false);
  });
});

describe('the permission for a visitor', () => {
  it.each<[string, RecordPermission, readonly string[], string | null, boolean]>([
    ['All covers every visitor', 'All', [], null, true],
    ['Own covers those that the caller made', 'Own', ['A'], '7', true],
    ['Own covers nobody else', 'Own', ['A'], '8', false],
    ['Own covers nobody whose maker was not kept', 'Own', [], null, false],
    ['a unit covers who visited it', ['A'], ['B', 'A'], '8', true],
    ['a unit covers who visited one below it', ['A'], ['A - B'], '8', true],
    ['a unit covers nobody who visited others', ['A'], ['AB', 'B - A'], '8', false],
    ['a unit covers nobody who visited none', ['A'], [], '7', false],
  ])('%s', (_, permission, structures, createdBy, may) => {
    expect(mayTouchRecord(caller('All', permission), 'Visitors', 'View', { createdBy, structures })).toBe(
      may,
    );
    expect(mayTouchRecord(caller(permission, 'All'), 'Visitors', 'Edit', { createdBy, structures })).toBe(
      may,
    );
  });
});

it('is All for every agenda that nothing is said of', () => {
  const everyone = { ...caller('All'), recordPermissions: { Visits: { Edit: 'Own' } } } as const;
  expect(permissionOf(everyone, 'Visits', 'View')).toBe('All');
  expect(permissionOf(everyone, 'Visits', 'Edit')).toBe('Own');
  expect(permissionOf(everyone, 'Persons', 'View')).toBe('All');
});
