import { passOf, passState } from './pass';

const id = '5d0ad9a6-59f5-4f6f-8f0a-0a6d6b2f4b11';
const at = (text: string) => new Date(text);

describe('the pass of a visit', () => {
  it.each([
    ['2026-11-23T09:00:00.000Z', '2026-11-23T23:59:59.999Z'],
    ['2026-11-23T09:00:00.999Z', '2026-11-23T23:59:59.000Z'],
  ])('from %s to %s covers it in whole seconds', (validFrom, validTo) => {
    expect(passOf({ id, validFrom: at(validFrom), validTo: at(validTo) }, 'Plant 1')).toEqual({
      visitId: id,
      site: 'Plant 1',
      validFrom: at('2026-11-23T09:00:00.000Z'),
      expires: at('2026-11-24T00:00:00.000Z'),
    });
  });

  it.each([
    ['2026-11-23T08:59:59.999Z', 'not yet valid'],
    ['2026-11-23T09:00:00.000Z', 'valid now'],
    ['2026-11-23T23:59:59.999Z', 'valid now'],
    ['2026-11-24T00:00:00.000Z', 'expired'],
  ])('is at %s %s', (instant, state) => {
    const validFrom = at('2026-11-23T09:00:00.000Z');
    const pass = passOf({ id, validFrom, validTo: at('2026-11-23T23:59:59.999Z') }, 'Plant 1');
    expect(passState(pass, at(instant))).toBe(state);
  });
});
