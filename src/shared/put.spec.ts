import { compareWanted } from './put';

describe('what is wanted of a record', () => {
  it('is new where nothing is on file', () => {
    expect(compareWanted(undefined, { title: 'A' })).toEqual({ outcome: 'created', members: [] });
  });

  it.each<[string, unknown, unknown]>([
    ['a text', 'A', 'A'],
    ['nothing', null, null],
    ['a date', new Date(1), new Date(1)],
    ['a list', ['A', 'B'], ['A', 'B']],
    ['members in another order', { A: ['x'], B: 1 }, { B: 1, A: ['x'] }],
  ])('is left where it is on file: %s', (_, before, wanted) => {
    expect(compareWanted({ member: before }, { member: wanted })).toEqual({ outcome: 'left', members: [] });
  });

  it.each<[string, unknown, unknown]>([
    ['a text', 'A', 'a'],
    ['nothing instead of an empty text', '', null],
    ['a date', new Date(1), new Date(2)],
    ['a date instead of nothing', null, new Date(1)],
    ['a list in another order', ['A', 'B'], ['B', 'A']],
    ['a shorter list', ['A', 'B'], ['A']],
    ['a list instead of a map', {}, []],
    ['a member less', { A: 1, B: 2 }, { A: 1 }],
    ['a member more', { A: 1 }, { A: 1, B: 2 }],
  ])('is a change of each member that differs: %s', (_, before, wanted) => {
    expect(compareWanted({ same: 1, member: before }, { same: 1, member: wanted })).toEqual({
      outcome: 'changed',
      members: ['member'],
    });
  });

  it('is compared by the members that are wanted alone', () => {
    const before = { title: 'A', shortcut: 'B' };
    expect(compareWanted(before, { title: 'A' }).outcome).toBe('left');
    expect(compareWanted(before, { shortcut: undefined }).outcome).toBe('left');
  });
});
