// A day at a reception over real HTTP, step by step. Exits with 1 if a step has an unexpected result.
// `npm run demo` starts a server; `npm run demo -- --url http://…` uses a running one with examples/reception.yaml applied;
// `npm run demo -- --serve` plays nothing, and keeps a server running with the data of the samples in /swagger.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { attempt, GatehouseSession } from './demo/attempt.mjs';
import { startOwnServer } from './demo/own-server.mjs';
import { prepareSamples } from './demo/samples.mjs';
import { Story } from './demo/story.mjs';

const FILE = 'examples/reception.yaml';
const { values } = parseArgs({
  options: { url: { type: 'string' }, serve: { type: 'boolean' }, dist: { type: 'string' } },
});
const example = parse(readFileSync(FILE, 'utf8'));
const keyOf = login => example.users.find(user => user.login === login).apiKey;
const [card, secondCard] = example.identifiers.map(({ internalNrLong }) => ({
  InternalNrLong: internalNrLong,
}));
const host = { PersonId: example.persons[0].personId };
const unit = { Structure: example.persons[0].structure };
const inDays = days => new Date(Date.now() + days * 86_400_000).toISOString();

const own = values.url
  ? undefined
  : await startOwnServer(FILE, { dist: values.dist, port: values.serve ? process.env.PORT : undefined });
const url = values.url ?? own.url;
const sessionOf = (userLogin, apiKey = keyOf(userLogin)) =>
  new GatehouseSession({ baseUrl: url, userLogin, apiKey });
const reception = sessionOf('reception');
const auditor = sessionOf('auditor');
const story = new Story(reception);

try {
  if (values.serve) await serve();
  else await play();
} finally {
  await own?.stop();
}

async function play() {
  console.log(`A day at the reception, played against ${url}\n`);
  await walkIn();
  await contractor();
  await guest();
  await lists();
  await strangers();
  await story.table();
  process.exitCode = story.verdict();
}

/** Runs until it is interrupted. */
async function serve() {
  await prepareSamples(sessionOf('manager'));
  console.log(`
Every sample in ${url}/swagger works once as it stands. Press Authorize there, and give

  UserLogin  manager
  ApiKey     ${keyOf('manager')}

Ctrl+C ends it and throws its data away.`);
  const interrupted = ['SIGINT', 'SIGTERM'].map(
    signal => new Promise(resolve => process.once(signal, resolve)),
  );
  await Promise.race([...interrupted, own?.ended ?? interrupted[0]]);
}

/** A walk-in with a van and a trailer: the simple case, and the moves that are refused. */
async function walkIn() {
  const visit = story.visitor('Petr Svoboda', 'a walk-in with a van and a trailer');
  const id = { DocNumber: `D${Date.now()}`, State: 'CZ', DocType: 1 };
  const body = {
    Visitor: { Name: 'Petr', Surname: 'Svoboda', Company: 'Acme Logistics', Document: id },
    Vehicle: { VehicleLP: '1AB 2345', Type: 0, Model: 'Transit' },
    Trailer: { VehicleLP: '9ZZ 0001', Type: 3 },
    VisitType: { Title: 'Delivery' },
    VisitedOrgStructure: unit,
    Identifier: card,
    Reason: 'spare parts',
  };
  const key = randomUUID();
  await visit.step('create', body, 0, key);
  await visit.step('create', body, 0, key);
  await visit.refused('create', { ...body, Reason: 'tools' }, 9002, 'another request with this key', key);
  await visit.refused('create', body, 9101, 'the same id again');
  await visit.refused(
    'create',
    { ...body, VisitId: randomUUID(), Visitor: { ...body.Visitor, Document: null } },
    9203,
    'another visit with his card',
  );
  await visit.refused('enter', {}, 9102, 'nobody has looked at his papers');
  await visit.refused(
    'verify',
    { Method: 0, Document: { ...id, DocNumber: 'X' } },
    9106,
    "somebody else's document",
  );
  await visit.step('verify', { Method: 0, Document: id }, 2);
  await visit.refused('end', { Reason: 'left' }, 1545, 'he was never let in');
  await visit.step('check', {}, 5);
  await visit.refused(
    'approve',
    { ApprovedByPerson: host, Reason: 'expected' },
    9102,
    'there is nothing left to confirm',
  );
  await visit.step('enter', {}, 6);
  await visit.refused('reject', { ReasonCode: 0, Reason: 'too late' }, 9102, 'he is inside');
  await visit.step('stepOut', { Reason: 'fetches a pallet jack' }, 5);
  await visit.refused('stepOut', {}, 9102, 'he is outside already');
  await visit.step('enter', {}, 6);
  await visit.step('end', { Reason: 'unloaded' }, 7);
  await visit.refused('end', { Reason: 'again' }, 1545, 'he has left');
}

/** A planned contractor whose safety training has expired. */
async function contractor() {
  const visit = story.visitor('Eva Malá', 'a planned contractor whose safety training has run out');
  const training = { ActivityType: { Title: 'Safety training' } };
  const body = {
    VisitDate: inDays(0),
    Visitor: { Name: 'Eva', Surname: 'Malá', Company: 'Weldworks' },
    VisitType: { Title: 'Contractor' },
    VisitedPerson: host,
    Reason: 'repair of line 3',
  };
  await visit.refused('schedule', { ...body, VisitDate: inDays(-2) }, 1002, 'a date in the past');
  await visit.step('schedule', body, 1);
  await visit.step('update', { Vehicle: { VehicleLP: '4AB 1234', Type: 0 } }, 1);
  await story.ask('visit/getIdentifierEntryCodeImage', { VisitId: visit.id }, picture =>
    picture.type === 'image/png' ? `her pass as a picture of ${picture.size} bytes` : undefined,
  );
  await visit.activity({ ...training, ValidTo: inDays(-1), Description: 'last year' }, 1);
  await visit.stepByCode('verify', 2);
  await visit.step('check', {}, 3);
  await visit.refused('verify', { Method: 2 }, 9102, 'she was verified already');
  await visit.activity({ ...training, ValidTo: inDays(365), Description: 'instructed at the desk' }, 4);
  await visit.step('approve', { ApprovedByPerson: host, Reason: 'I fetch her' }, 5);
  await visit.step('enter', {}, 6);
  await visit.refused('check', {}, 9102, 'she is inside');
  await visit.step('end', { Reason: 'repaired' }, 7);
}

/** A guest who needs an escort: confirmed at the door, cancelled in the end. */
async function guest() {
  const visit = story.visitor('Lena Fischer', 'a guest who needs an escort');
  const body = {
    Visitor: { Name: 'Lena', Surname: 'Fischer', Language: 'de' },
    VisitType: { Title: 'Guest' },
    EscortedByPerson: host,
    VisitedPerson: host,
    Identifier: secondCard,
    Reason: 'audit',
  };
  await visit.step('create', body, 0);
  await visit.step('verify', { Method: 2 }, 2);
  await visit.step('check', {}, 4);
  await visit.refused('enter', {}, 9102, 'her escort has not confirmed');
  await story.ask('visit/getTransitions', { VisitId: visit.id }, ({ Transitions }) => {
    const { ClearedBy = [] } = Transitions.find(({ Command }) => Command === 'enter') ?? {};
    const who = ClearedBy.find(({ Kind }) => Kind === 'confirmation')?.Name;
    return who === host.PersonId ? `enter waits for the word of person ${who}` : undefined;
  });
  await visit.refused(
    'approve',
    { ApprovedByPerson: { PersonId: 'nobody' }, Reason: '' },
    1100,
    'no such person',
  );
  await visit.step('reject', { ReasonCode: 1, Reason: 'called off by the host' }, 8);
  await visit.refused('check', {}, 9102, 'it is over');
}

/** The look-ups of a desk. */
async function lists() {
  story.chapter('Looking things up');
  await story.ask('identifier/getAll', { Status: 0, Text: 'V-00' }, ({ Identifiers }) => {
    const free = Identifiers.map(({ RegistrationNr }) => RegistrationNr);
    return free.includes('V-001') ? `free cards: ${free.join(', ')}` : undefined;
  });
  await story.ask('visit/getPersonByName', { Name: '%novak%' }, ({ Persons }) => {
    const found = Persons.find(({ PersonId }) => PersonId === host.PersonId);
    return found ? `“%novak%” finds ${found.Name} ${found.Surname}` : undefined;
  });
  await story.ask('visit/getAll', { State: '7,8', Fields: 'Visitor,State' }, ({ Visits, Paging }) =>
    Visits.length === 3 ? `${Paging.TotalCount} visits are over` : undefined,
  );
  await story.ask('visit/getAll', { Plate: '4ab-12' }, ({ Visits }) =>
    Visits.length === 1 ? `the car of ${Visits[0].Visitor}` : undefined,
  );
  await story.ask('visitor/getAll', { Text: 'svob' }, ({ Visitors }) => {
    const found = Visitors.find(({ Surname }) => Surname === 'Svoboda');
    return found ? `“svob” finds ${found.Name} ${found.Surname} of ${found.Company}` : undefined;
  });
}

/** Refusals for missing rights and unknown records. */
async function strangers() {
  story.chapter('Refusals at the door');
  const end = { VisitId: randomUUID(), Reason: 'x' };
  const wrongKey = 'AAAAAAAAAAAAAAAAAAAAAA==';
  const noSuchAction = ({ client, ...options }) => client.post({ url: '/visit/leave', ...options });
  const refusals = [
    ['login', sessionOf('reception', wrongKey), 'visit/end', end, 1004, 'a wrong key'],
    ['login', sessionOf('stranger', wrongKey), 'visit/end', end, 1003, 'an unknown login'],
    ['visit/end', withToken(randomUUID()), 'visit/end', end, 1000, 'a made-up token'],
    ['visit/end', withToken('no-guid'), 'visit/end', end, 1002, 'a token that is no GUID'],
    ['visit/end', reception, 'visit/end', { VisitId: 'x' }, 1002, 'two bad members at once'],
    ['visit/end', reception, 'visit/end', end, 1540, 'a visit that is not there'],
    ['visit/enter', auditor, 'visit/enter', end, 9104, 'the auditor reads only'],
    ['visit/leave', reception, noSuchAction, end, null, 'no such action'],
  ];
  for (const [shown, session, action, body, expected, because] of refusals) {
    story.showRefusal(shown, await attempt(session, action, { body }), expected, because);
  }
}

/** A session of the reception that sends the given token in place of its own. */
function withToken(token) {
  const send = request => {
    if (request.headers.has('Authorization')) request.headers.set('Authorization', `Bearer ${token}`);
    return fetch(request);
  };
  return new GatehouseSession({
    baseUrl: url,
    userLogin: 'reception',
    apiKey: keyOf('reception'),
    fetch: send,
  });
}
