import { isUnitPath, parentOf, titleOf, unitsAbove } from './unit-path';

const office = 'Organization structure - Company ABC - Office 123';

const levels = (count: number) => Array<string>(count).fill('x').join(' - ');

describe('the path of a unit', () => {
  it.each([office, 'Root', 'A-B - C', 'Root - x'.padEnd(207, 'x'), levels(32)])('%s', path => {
    expect(isUnitPath(path)).toBe(true);
  });

  it.each([
    '',
    ' ',
    ' - ',
    'Root - ',
    ' - Root',
    'Root -  - Office',
    'Root  - Office',
    'a\nb',
    'x'.repeat(201),
    levels(33),
  ])('is not %j', path => {
    expect(isUnitPath(path)).toBe(false);
  });

  it('has the units above it, from the root down, and a title', () => {
    expect(unitsAbove(office)).toEqual(['Organization structure', 'Organization structure - Company ABC']);
    expect(parentOf(office)).toBe('Organization structure - Company ABC');
    expect(titleOf(office)).toBe('Office 123');
  });

  it('has nothing above it at the root', () => {
    expect([unitsAbove('Root'), parentOf('Root'), titleOf('Root')]).toEqual([[], null, 'Root']);
  });
});
