import { xsdPattern } from './xsd-scalars';

describe('a pattern in XML Schema', () => {
  it.each([
    ['^[0-9a-f]+$', '[0-9a-f]+'],
    ['^(?:a|b)\\d{2}$', '(a|b)[0-9]{2}'],
    ['^\\/x\\.$', '/x\\.'],
  ])('%s is %s', (source, pattern) => {
    expect(xsdPattern(source)).toBe(pattern);
  });

  it.each(['a', '^a', 'a$', '^(?=a)$', '^a\\b$', '^(a)\\1$', '^[\\d-]$'])('%s cannot be said', source => {
    expect(() => xsdPattern(source)).toThrow(`XML Schema cannot say ${source}`);
  });
});
