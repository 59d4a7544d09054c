import { VisitState } from '../../shared/visit';
import { allowedMoves, type VisitCommand } from './visit-state';
import { wayTo } from './way-to';

/** By hand: what has to be done first, by state 0 to 8; `.` nothing, `-` there is no way. */
const ways = `
  verify   .             .             -         -      -      -        -             -  -
  check    verify        verify        .         .      .      .        stepOut       -  -
  approve  .             .             .         .      .      -        -             -  -
  update   .             .             .         .      .      .        .             -  -
  enter    verify,check  verify,check  check     check  check  .        stepOut       -  -
  stepOut  v,c,e         v,c,e         c,e       c,e    c,e    enter    .             -  -
  end      verify,check  verify,check  check     check  check  .        .             -  -
  reject   .             .             .         .      .      .        stepOut       -  -
`;
const short: Record<string, VisitCommand[]> = {
  'v,c,e': ['verify', 'check', 'enter'],
  'c,e': ['check', 'enter'],
};

describe('the way to a command', () => {
  const rows = ways
    .trim()
    .split('\n')
    .map(line => line.trim().split(/\s+/));

  it('is told for every command', () => {
    expect(rows.map(([command]) => command)).toEqual(Object.keys(allowedMoves));
  });

  it.each(rows)('%s', (command = '', ...cells) => {
    const told = Object.values(VisitState).map(state => wayTo(command as VisitCommand, state));
    const expected = cells.map(cell =>
      cell === '-' ? undefined : cell === '.' ? [] : (short[cell] ?? cell.split(',')),
    );
    expect(told).toEqual(expected);
  });
});
