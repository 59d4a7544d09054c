import { admit, unmet } from './admission';

const now = new Date('2026-11-23T09:00:00.000Z');
const activity = (validTo: string | null) => ({
  title: 'Safety training',
  validTo: validTo === null ? null : new Date(validTo),
});
const valid = activity('2027-01-01T00:00:00.000Z');
const facts = (escortRequired: boolean, ...activities: ReturnType<typeof activity>[]) => ({
  escortRequired,
  activities,
});

describe('the admission check', () => {
  it.each([
    ['nothing is asked', facts(false), 5],
    ['the activity is valid', facts(false, valid), 5],
    ['every activity is valid', facts(false, valid, valid), 5],
    ['the activity is missing', facts(false, activity(null)), 3],
    ['one of two activities is missing', facts(false, valid, activity(null)), 3],
    ['the activity ended a millisecond ago', facts(false, activity('2026-11-23T08:59:59.999Z')), 3],
    ['the activity ends at this very instant', facts(false, activity('2026-11-23T09:00:00.000Z')), 5],
    ['the activity ends in a millisecond', facts(false, activity('2026-11-23T09:00:00.001Z')), 5],
  ])('leads to the same whether somebody confirmed or not when %s', (_, given, state) => {
    expect(admit(given, false, now)).toBe(state);
    expect(admit(given, true, now)).toBe(state);
  });

  it('leads to 4 when an escort is asked for and nobody confirmed, and to 5 once somebody did', () => {
    expect(admit(facts(true), false, now)).toBe(4);
    expect(admit(facts(true), true, now)).toBe(5);
    expect(admit(facts(true, valid), false, now)).toBe(4);
  });

  it('misses an activity at any time, also before every date', () => {
    expect(admit(facts(false, activity(null)), true, new Date(0))).toBe(3);
    expect(admit(facts(false, activity(null)), true, new Date(-1))).toBe(3);
  });

  it('looks at the activities before the escort', () => {
    expect(admit(facts(true, activity(null)), false, now)).toBe(3);
    expect(admit(facts(true, activity(null)), true, now)).toBe(3);
  });
});

it('tells what the check misses, each activity by its title', () => {
  const at = new Date('2026-11-23T09:00:00.000Z');
  const activities = [
    { title: 'Hygiene', validTo: null },
    { title: 'Fire drill', validTo: at },
    { title: 'Safety training', validTo: new Date(at.getTime() - 1) },
  ];
  const missing = ['Hygiene', 'Safety training'];
  expect(unmet({ escortRequired: true, activities }, false, at)).toEqual({
    activities: missing,
    confirmation: true,
  });
  expect(unmet({ escortRequired: true, activities }, true, at)).toEqual({
    activities: missing,
    confirmation: false,
  });
  expect(unmet({ escortRequired: false, activities: [] }, false, at)).toEqual({
    activities: [],
    confirmation: false,
  });
});
