import { TestApp } from '../support/test-app';
import { type State, states, stored, visitIn } from '../support/visits';
import { envelopeOf } from '../support/wire';

type Command = 'verify' | 'check' | 'approve' | 'update' | 'enter' | 'stepOut' | 'end' | 'reject';

/**
 * The moves of the contract, written by hand: what becomes of a visit in state 0 to 8, or – for a refusal. The visit in state 3 lacks a
 * training, the one in state 4 the word of its escort, the others nothing.
 */
const grid: Record<Command, string> = {
  //        0 1 2 3 4 5 6 7 8
  verify: ' 2 2 – – – – – – –',
  check: '  – – 5 3 4 5 – – –',
  approve: '0 1 2 3 5 – – – –',
  update: ' 0 1 2 3 4 5 6 – –',
  enter: '  – – – – – 6 – – –',
  stepOut: '– – – – – – 5 – –',
  end: '    – – – – – 7 7 – –',
  reject: ' 8 8 8 8 8 8 – – –',
};

const participles = {
  verify: 'verified',
  check: 'checked',
  approve: 'approved',
  update: 'updated',
  enter: 'entered',
  stepOut: 'stepped out',
  reject: 'rejected',
};

const members: Record<Command, object> = {
  verify: { Method: 2 },
  check: {},
  approve: { ApprovedByPerson: { PersonId: '100' }, Reason: 'expected' },
  update: { ValidTo: '2026-11-24' },
  enter: {},
  stepOut: {},
  end: { Reason: 'left' },
  reject: { ReasonCode: 1, Reason: 'called off' },
};

const pairs = Object.entries(grid).flatMap(([command, row]) =>
  row
    .trim()
    .split(/\s+/)
    .map((cell, state): [Command, State, string] => [command as Command, state as State, cell]),
);

describe('the state grid', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  it('has every state and every command', () => {
    expect(pairs).toHaveLength(states.length * 8);
  });

  it.each(pairs.filter(([, , cell]) => cell !== '–'))('%s from %i leads to %s', async (command, from, to) => {
    const VisitId = await visitIn(app, from);

    const answer = await app.send(`visit/${command}`, { VisitId, ...members[command] });

    expect(answer.status).toBe(200);
    expect(answer.body.State).toBe(Number(to));
    const { visit, history } = await stored(app, VisitId);
    expect(visit).toMatchObject([{ state: Number(to) }]);
    expect(history.at(-1)).toMatchObject({ command, from_state: from, to_state: Number(to) });
  });

  it.each(pairs.filter(([, , cell]) => cell === '–'))('%s from %i is refused', async (command, from) => {
    const VisitId = await visitIn(app, from);
    const before = await stored(app, VisitId);

    const answer = await app.send(`visit/${command}`, { VisitId, ...members[command] });

    const refusal =
      command === 'end'
        ? { Code: 1545, Message: `VisitId [${VisitId}] cannot be ended` }
        : { Code: 9102, Message: `VisitId [${VisitId}] in state ${from} cannot be ${participles[command]}` };
    expect(answer.status).toBe(403);
    expect(envelopeOf(answer)).toMatchObject(refusal);
    expect(await stored(app, VisitId)).toEqual(before);
  });

  it.each(states)('a visit id in state %i cannot be begun again', async state => {
    const VisitId = await visitIn(app, state);
    const before = await stored(app, VisitId);
    const body = {
      VisitId,
      Visitor: { Name: 'Eva', Surname: 'Malá' },
      VisitType: { Title: 'Delivery' },
      Reason: '',
    };

    const answers = [
      await app.send('visit/create', body),
      await app.send('visit/schedule', { ...body, VisitDate: '2026-12-01' }),
    ];

    for (const answer of answers) {
      expect(answer.status).toBe(403);
      expect(envelopeOf(answer).Code).toBe(9101);
    }
    expect(await stored(app, VisitId)).toEqual(before);
  });
});
