import { VisitState, visitStates } from '../../src/shared/visit';
import { allowedMoves, finalStates, type VisitCommand } from '../../src/visits/domain/visit-state';
import { table } from './section';

const states = Object.values(VisitState);
const commands = Object.keys(allowedMoves) as VisitCommand[];
const declared = (state: VisitState) => visitStates.choices.find(({ value }) => value === state);
const nameOf = (state: VisitState) => declared(state)?.name ?? '';
const meaningOf = (state: VisitState) => declared(state)?.meaning ?? '';

/** `docs/visit-states.md`. */
export function statesPage(): string {
  return `# States of a visit

Generated from \`src/shared/visit.ts\` and \`src/visits/domain/visit-state.ts\` by \`npm run docs\`; do not edit.

${stateDiagram()}

## States

${table(
  ['State', 'Name', 'Meaning'],
  states.map(state => [
    String(state),
    nameOf(state),
    meaningOf(state) + (finalStates.includes(state) ? ', final' : ''),
  ]),
)}

## Moves

\`create\` begins in 0, \`schedule\` in 1. A cell lists the states that the command may lead to. An empty cell is refused:
\`end\` with 1545, every other command with 9102.

${table(
  ['Command', ...states.map(String)],
  commands.map(command => [command, ...states.map(from => allowedMoves[command][from].join(' '))]),
)}
`;
}

/** The diagram alone, for the README. Commands between the same two states share an arrow. */
export function stateDiagram(): string {
  const arrows = states.flatMap(from => states.map(to => arrow(from, to)).filter(line => line !== ''));
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...states.map(state => `  state "${state} ${meaningOf(state)}" as ${nameOf(state)}`),
    `  [*] --> ${nameOf(VisitState.New)}: create`,
    `  [*] --> ${nameOf(VisitState.Planned)}: schedule`,
    ...arrows,
    ...finalStates.map(state => `  ${nameOf(state)} --> [*]`),
    '```',
  ].join('\n');
}

function arrow(from: VisitState, to: VisitState): string {
  const leading = commands.filter(command => allowedMoves[command][from].includes(to));
  return leading.length === 0 ? '' : `  ${nameOf(from)} --> ${nameOf(to)}: ${leading.join(', ')}`;
}
