import '../../src/app.module';
import { declaredActions } from '../../src/http/action';
import { errorsOf } from '../../src/http/documents/openapi-action';
import { type ErrorCode, errorCatalogue } from '../../src/shared/errors/error-catalogue';
import { table } from './section';

const codes = Object.keys(errorCatalogue) as ErrorCode[];

/** `docs/errors.md`. */
export function errorsPage(): string {
  return `# Error numbers

Generated from \`src/shared/errors/error-catalogue.ts\` by \`npm run docs\`; do not edit.

A refusal is \`{"Message": …, "Code": <number>, "RequestId": …}\`, in XML \`<Response><Message/><Code/><RequestId/></Response>\`.
If several errors apply, the first in the [order of refusals](api-guide.md#order-of-refusals) is returned. The meaning of a
number never changes; our own numbers begin at 9000. Success is status 200, number 0, \`Successfully done\`, and has no envelope.

${table(
  ['No.', 'HTTP', 'Name', 'Message', 'When', 'Returned by'],
  codes.map(code => {
    const { message, when } = errorCatalogue[code];
    return [numberOf(code), statusOf(code), code, `\`${message}\``, when, answeredBy(code)];
  }),
)}
`;
}

function numberOf(code: ErrorCode): string {
  return String(errorCatalogue[code].number ?? '–');
}

function statusOf(code: ErrorCode): string {
  return String(errorCatalogue[code].status);
}

const everything = [
  { name: 'every action', of: () => true },
  { name: 'every action but `login`', of: (open: boolean) => !open },
  { name: 'every POST', of: (_: boolean, verb: string) => verb === 'POST' },
];

/** The actions that can return the error; a short name if they are all actions of a kind. */
function answeredBy(code: ErrorCode): string {
  const actions = declaredActions();
  const able = actions.filter(action => errorsOf(action).includes(code));
  const kind = everything.find(({ of }) =>
    actions.every(action => of(action.requires === 'open', action.verb) === able.includes(action)),
  );
  if (kind) return kind.name;
  return able.map(({ path }) => `\`${path}\``).join(', ') || 'the service, before it chooses an action';
}
