import { plateKey } from './plate';

it.each([
  ['1AB 2345', '1ab2345'],
  ['1ab-2345', '1ab2345'],
  ['W·ÄÖ 12.3', 'wao123'],
  ['а123вс', 'а123вс'],
  [' - ', ''],
])('a plate %s is looked for as %s', (plate, key) => {
  expect(plateKey(plate)).toBe(key);
});
