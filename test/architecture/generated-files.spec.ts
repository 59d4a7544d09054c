import { readFileSync } from 'node:fs';
import { staleFiles } from '../../scripts/docs/generated';
import { replaceSection } from '../../scripts/docs/section';

describe('generated files', () => {
  it('are what the code says now', () => {
    expect(staleFiles()).toEqual([]);
  });

  it('leave what is written by hand around a section alone', () => {
    const page = 'before\n<!-- generated: x -->\nold\n<!-- end of x -->\nafter';
    const renewed = replaceSection(page, 'x', 'new');
    expect(renewed).toMatch(/^before\n.*\nnew\n.*\nafter$/s);
    expect(renewed).not.toContain('old');
    expect(replaceSection(renewed, 'x', 'new')).toBe(renewed);
  });

  it('are refused a section that has no place', () => {
    expect(() => replaceSection('nothing', 'x', 'new')).toThrow('no section x');
  });
});

describe('the state diagram', () => {
  /** The moves of the contract, written by hand: from, to, commands. */
  const arrows = [
    ['[*]', 'New', 'create'],
    ['[*]', 'Planned', 'schedule'],
    ['New', 'New', 'approve, update'],
    ['New', 'Verified', 'verify'],
    ['New', 'Rejected', 'reject'],
    ['Planned', 'Planned', 'approve, update'],
    ['Planned', 'Verified', 'verify'],
    ['Planned', 'Rejected', 'reject'],
    ['Verified', 'Verified', 'approve, update'],
    ['Verified', 'ActivityInvalid', 'check'],
    ['Verified', 'EscortUnconfirmed', 'check'],
    ['Verified', 'Valid', 'check'],
    ['Verified', 'Rejected', 'reject'],
    ['ActivityInvalid', 'ActivityInvalid', 'check, approve, update'],
    ['ActivityInvalid', 'EscortUnconfirmed', 'check, approve, update'],
    ['ActivityInvalid', 'Valid', 'check, approve, update'],
    ['ActivityInvalid', 'Rejected', 'reject'],
    ['EscortUnconfirmed', 'ActivityInvalid', 'check, approve, update'],
    ['EscortUnconfirmed', 'EscortUnconfirmed', 'check, approve, update'],
    ['EscortUnconfirmed', 'Valid', 'check, approve, update'],
    ['EscortUnconfirmed', 'Rejected', 'reject'],
    ['Valid', 'ActivityInvalid', 'check, update'],
    ['Valid', 'EscortUnconfirmed', 'check, update'],
    ['Valid', 'Valid', 'check, update'],
    ['Valid', 'InArea', 'enter'],
    ['Valid', 'Left', 'end'],
    ['Valid', 'Rejected', 'reject'],
    ['InArea', 'InArea', 'update'],
    ['InArea', 'Valid', 'stepOut'],
    ['InArea', 'Left', 'end'],
  ].map(([from = '', to = '', commands = '']) => `${from} --> ${to}: ${commands}`);

  it.each(['README.md', 'docs/visit-states.md'])(
    'in %s shows the moves of the contract and no other',
    file => {
      const [, diagram = ''] = /```mermaid\n([\s\S]*?)```/.exec(readFileSync(file, 'utf8')) ?? [];
      const shown = diagram
        .split('\n')
        .flatMap(line => (line.includes(': ') && line.includes('-->') ? [line.trim()] : []));
      expect(shown.sort()).toEqual(arrows.sort());
    },
  );
});
