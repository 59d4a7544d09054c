import { normaliseInternalNr } from './internal-nr';

it.each([
  ['04A1B2C3', '4A1B2C3'],
  ['000', '0'],
  ['0', '0'],
  ['', ''],
  ['beef', 'BEEF'],
  ['0beef00', 'BEEF00'],
  ['A00', 'A00'],
  ['1002', '1002'],
])('the number %j of a card is stored as %j', (given, kept) => {
  expect(normaliseInternalNr(given)).toBe(kept);
});
