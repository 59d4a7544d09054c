import fc from 'fast-check';
import { parseGuid } from './guid';

const GUID = '5d0ad9a6-59f5-4f6f-8f0a-0a6d6b2f4b11';

describe('a GUID', () => {
  it.each([GUID, GUID.toUpperCase(), `{${GUID}}`, `{${GUID.toUpperCase()}}`])('%s is read', text => {
    expect(parseGuid(text)).toBe(GUID);
  });

  it.each<unknown>([
    `{${GUID}`,
    `${GUID}}`,
    `}${GUID}{`,
    `{{${GUID}}}`,
    `(${GUID})`,
    ` ${GUID}`,
    `${GUID}\n`,
    GUID.replaceAll('-', ''),
    GUID.slice(1),
    `${GUID}0`,
    GUID.replace('5', 'g'),
    GUID.replace('5', '５'),
    '',
    null,
    undefined,
    5,
    [GUID],
    { toString: () => GUID },
  ])('%j is not a GUID', text => {
    expect(parseGuid(text)).toBeUndefined();
  });

  it('of any version is read', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/), text => {
        expect(parseGuid(text.toUpperCase())).toBe(text);
      }),
    );
  });
});
