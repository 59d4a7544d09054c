import { finalStates, moves, type VisitCommand, VisitState } from '../../src/visits/domain/visit-state';
import { table } from './section';

/** Contract 8's words for the states, by value. */
const meanings: Readonly<Record<VisitState, string>> = {
  0: 'new visit',
  1: 'planned visit',
  2: 'verified documents, PIN or finger prints',
  3: 'not valid activity',
  4: 'not confirmed by escort',
  5: 'all is valid',
  6: 'visit is in area',
  7: 'visit left',
  8: 'rejected',
};
const states = Object.values(VisitState);
const commands = Object.keys(moves) as VisitCommand[];
const nameOf = (state: VisitState) =>
  Object.entries(VisitState).find(([, value]) => value === state)?.[0] ?? '';

/** `docs/visit-states.md`. */
export function statesPage(): string {
  return `# States of a visit

Generated from \`src/visits/domain/visit-state.ts\` by \`npm run docs\`; do not edit.

${stateDiagram()}

## States

${table(
  ['State', 'Name', 'Meaning'],
  states.map(state => [
    String(state),
    nameOf(state),
    meanings[state] + (finalStates.includes(state) ? ', final' : ''),
  ]),
)}

## Moves

\`create\` begins in 0, \`schedule\` in 1. A cell names the states that the command may lead to; an empty one is refused:
\`end\` with 1545, every other command with 9102.

${table(
  ['Command', ...states.map(String)],
  commands.map(command => [command, ...states.map(from => moves[command][from].join(' '))]),
)}
`;
}

/** The diagram alone, for the README. Commands that lead the same way share an arrow. */
export function stateDiagram(): string {
  const arrows = states.flatMap(from => states.map(to => arrow(from, to)).filter(line => line !== ''));
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...states.map(state => `  state "${state} ${meanings[state]}" as ${nameOf(state)}`),
    `  [*] --> ${nameOf(VisitState.New)}: create`,
    `  [*] --> ${nameOf(VisitState.Planned)}: schedule`,
    ...arrows,
    ...finalStates.map(state => `  ${nameOf(state)} --> [*]`),
    '```',
  ].join('\n');
}

function arrow(from: VisitState, to: VisitState): string {
  const leading = commands.filter(command => moves[command][from].includes(to));
  return leading.length === 0 ? '' : `  ${nameOf(from)} --> ${nameOf(to)}: ${leading.join(', ')}`;
}
