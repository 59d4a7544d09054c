// What the samples in the documents speak of, made over HTTP.
import { createRequire } from 'node:module';
import '../typescript.mjs';
import { attempt, GatehouseError } from './attempt.mjs';

const require = createRequire(import.meta.url);
const { sampleVisits, samples } = require('../../src/http/documents/samples.ts');

/** The steps that bring a visit into the state in which its command is tried. */
const way = {
  last: ['verify', 'check', 'enter', 'end'],
  read: ['verify', 'check'],
  update: [],
  verify: [],
  check: ['verify'],
  approve: ['verify', 'check'],
  enter: ['verify', 'check'],
  stepOut: ['verify', 'check', 'enter'],
  end: ['verify', 'check', 'enter'],
  reject: [],
  addPhoto: [],
};

/** Creates the visitor, the visits and their records on a server with examples/reception.yaml applied. */
export async function prepareSamples(session) {
  const ask = async (action, body) => {
    const answer = await attempt(session, action, { body });
    if (answer instanceof GatehouseError) throw new Error(`${action}: ${answer.status} ${answer.message}`);
  };
  const { Photos, ...begin } = samples['visit/create'].asked;
  delete begin.Identifier;
  const document = samples['visit/verify'].asked.Document;
  await ask('visitor/create', { Visitor: visitor(document) });
  for (const [name, steps] of Object.entries(way)) {
    const VisitId = sampleVisits[name];
    const VisitType = { Title: name === 'approve' ? 'Guest' : 'Delivery' };
    await ask('visit/create', { ...begin, VisitId, VisitType });
    for (const step of steps) await ask(`visit/${step}`, { ...samples[`visit/${step}`].asked, VisitId });
  }
  await ask('visit/addPhoto', { VisitId: sampleVisits.read, Photo: Photos[0] });
  await ask('visitor/createActivity', samples['visitor/createActivity'].asked);
}

/** The visitor of the samples in the OpenAPI document. */
function visitor(Document) {
  return {
    ...samples['visit/create'].asked.Visitor,
    DateOfBirth: '1980-05-17',
    Company: 'Acme Logistics',
    Email: 'petr@example.com',
    PhoneNumber: '+420 600 000 000',
    Language: 'cs-CZ',
    Document,
  };
}
