import type { DocumentData } from '../../shared/visitor';
import { contradict } from './same-person';

const passport: DocumentData = { number: 'P1', state: 'CZ', type: 0 };

describe('two descriptions under one name', () => {
  it.each([
    ['with nothing to compare', {}, {}, false],
    ['born on the same day', { dateOfBirth: '1980-05-17' }, { dateOfBirth: '1980-05-17' }, false],
    ['born on different days', { dateOfBirth: '1980-05-17' }, { dateOfBirth: '2010-05-17' }, true],
    ['with one day of birth missing', { dateOfBirth: '1980-05-17' }, {}, false],
    ['with the same document', { document: passport }, { document: passport }, false],
    [
      'with two passports of a country',
      { document: passport },
      { document: { ...passport, number: 'P2' } },
      true,
    ],
    [
      'with passports of two countries',
      { document: passport },
      { document: { ...passport, state: 'SK' } },
      false,
    ],
    [
      'with a passport and a card',
      { document: passport },
      { document: { number: 'C', state: 'CZ', type: 1 as const } },
      false,
    ],
    ['with one document missing', {}, { document: passport }, false],
  ])('%s', (_, one, other, expected) => {
    const nothing = { dateOfBirth: null, document: null };
    expect(contradict({ ...nothing, ...one }, { ...nothing, ...other })).toBe(expected);
    expect(contradict({ ...nothing, ...other }, { ...nothing, ...one })).toBe(expected);
  });
});
