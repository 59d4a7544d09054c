import { VisitState } from '../../shared/visit';
import { allowedMoves, finalStates } from './visit-state';

/** The moves of the contract, written by hand: for each command and each state, every state that it may lead to. */
const grid = `
  from     0  1  2    3    4    5    6  7  8
  verify   2  2  -    -    -    -    -  -  -
  check    -  -  345  345  345  345  -  -  -
  approve  0  1  2    345  345  -    -  -  -
  update   0  1  2    345  345  345  6  -  -
  enter    -  -  -    -    -    6    -  -  -
  stepOut  -  -  -    -    -    -    5  -  -
  end      -  -  -    -    -    7    7  -  -
  reject   8  8  8    8    8    8    -  -  -
`;

describe('the table of moves', () => {
  const rows = grid
    .trim()
    .split('\n')
    .slice(1)
    .map(line => line.trim().split(/\s+/));

  it('has the seven commands of the contract, and update', () => {
    expect(Object.keys(allowedMoves)).toEqual(rows.map(([command]) => command));
  });

  it.each(rows)('%s leads where the contract says', (command = '', ...cells) => {
    const told = Object.entries(allowedMoves).find(([name]) => name === command)?.[1];
    expect(told).toEqual(Object.fromEntries(cells.map((cell, state) => [state, targets(cell)])));
  });

  it('leads nowhere from the final states', () => {
    expect(finalStates).toEqual([7, 8]);
    for (const from of Object.values(allowedMoves)) expect([from[7], from[8]]).toEqual([[], []]);
  });

  it('uses the numbers of EFG AktionNEXT', () => {
    expect(VisitState).toEqual({
      New: 0,
      Planned: 1,
      Verified: 2,
      ActivityInvalid: 3,
      EscortUnconfirmed: 4,
      Valid: 5,
      InArea: 6,
      Left: 7,
      Rejected: 8,
    });
  });
});

function targets(cell: string): number[] {
  return cell === '-' ? [] : [...cell].map(Number);
}
