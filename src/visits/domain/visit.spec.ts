import { AppError } from '../../shared/errors/app-error';
import type { DocumentData } from '../../shared/visitor';
import type { AdmissionFacts } from './admission';
import { type Occasion, RejectReason } from './move';
import { Visit, type VisitSnapshot } from './visit';
import type { ShownPass } from './shown-pass';
import type { VisitState } from '../../shared/visit';
import { AdmissionWindow } from './admission-window';

/** Two hours before a visit is valid its visitor may come. */
const window = new AdmissionWindow(2 * 3_600_000);

const id = '6b0c3c1e-0000-4000-8000-000000000001';
const at = new Date('2026-11-23T09:00:00.000Z');
const later = new Date('2026-11-23T10:30:00.000Z');
const occasion: Occasion = { at: later, reason: 'as agreed' };
const passport: DocumentData = { number: 'P1234567', state: 'CZ', type: 0 };

const beginning = {
  id,
  createdBy: 'user-1',
  structure: 'Company ABC - Production',
  entryCode: '042042',
  validFrom: new Date('2026-11-23T08:00:00.000Z'),
  validTo: new Date('2026-11-23T18:00:00.000Z'),
  at,
};

const nothingAsked: AdmissionFacts = { escortRequired: false, activities: [] };
const escortAsked: AdmissionFacts = { escortRequired: true, activities: [] };
const activityMissing: AdmissionFacts = {
  escortRequired: true,
  activities: [{ title: 'Safety training', validTo: null }],
};

function visitIn(state: number, changes: Partial<VisitSnapshot> = {}): Visit {
  return Visit.restore({
    id,
    version: 3,
    state: state as VisitState,
    createdBy: 'user-1',
    structure: null,
    approvedBy: null,
    entryCode: state >= 7 ? null : '042042',
    validFrom: beginning.validFrom,
    validTo: beginning.validTo,
    movedAt: beginning.validFrom,
    ...changes,
  });
}

function refusalOf(move: () => void): unknown {
  try {
    move();
  } catch (error) {
    return error;
  }
  return undefined;
}

/** Every way to give a command, and, written by hand, where it leads from the states 0 to 8; `-` is refused. */
const ways: readonly [string, (visit: Visit, what: Occasion) => void, outcome: string, participle: string][] =
  [
    [
      'verify by document',
      (v, o) => v.verifyByDocument(passport, passport, o),
      '2 2 - - - - - - -',
      'verified',
    ],
    [
      'verify by a first document',
      (v, o) => v.verifyByDocument(passport, null, o),
      '2 2 - - - - - - -',
      'verified',
    ],
    [
      'verify by entry code',
      (v, o) => v.verifyByEntryCode('042042', o, window),
      '2 2 - - - - - - -',
      'verified',
    ],
    ['verify by fingerprint', (v, o) => v.verifyByFingerprint(o), '2 2 - - - - - - -', 'verified'],
    ['check, nothing asked', (v, o) => v.check(nothingAsked, o, window), '- - 5 5 5 5 - - -', 'checked'],
    ['check, escort asked', (v, o) => v.check(escortAsked, o, window), '- - 4 4 4 4 - - -', 'checked'],
    [
      'check, activity missing',
      (v, o) => v.check(activityMissing, o, window),
      '- - 3 3 3 3 - - -',
      'checked',
    ],
    ['approve, nothing asked', (v, o) => v.approve('100', nothingAsked, o), '0 1 2 5 5 - - - -', 'approved'],
    ['approve, escort asked', (v, o) => v.approve('100', escortAsked, o), '0 1 2 5 5 - - - -', 'approved'],
    [
      'approve, activity missing',
      (v, o) => v.approve('100', activityMissing, o),
      '0 1 2 3 3 - - - -',
      'approved',
    ],
    ['enter', (v, o) => v.enter(o, window), '- - - - - 6 - - -', 'entered'],
    ['stepOut', (v, o) => v.stepOut(o), '- - - - - - 5 - -', 'stepped out'],
    ['end', (v, o) => v.end(o), '- - - - - 7 7 - -', ''],
    ['reject', (v, o) => v.reject(RejectReason.Denied, o), '8 8 8 8 8 8 - - -', 'rejected'],
  ];

const cells = ways.flatMap(([way, give, outcome, participle]) =>
  outcome.split(' ').map((to, from) => ({ way, give, from, to, participle })),
);
const allowed = cells.filter(({ to }) => to !== '-');
const refused = cells.filter(({ to }) => to === '-');

describe('a command', () => {
  it.each(allowed)('$way leads from $from to $to', ({ give, from, to }) => {
    const visit = visitIn(from);
    give(visit, occasion);
    expect(visit.snapshot()).toMatchObject({ id, version: 3, state: Number(to) });
    expect(visit.moves).toEqual([
      expect.objectContaining({ from, to: Number(to), at: later, reason: 'as agreed' }),
    ]);
  });

  it.each(refused)(
    '$way in state $from is refused and changes nothing',
    ({ way, give, from, participle }) => {
      const visit = visitIn(from);
      const before = structuredClone(visit.snapshot());
      const error = refusalOf(() => give(visit, occasion));
      expect(error).toMatchObject(
        way === 'end'
          ? { code: 'VisitCannotBeEnded', number: 1545, message: `VisitId [${id}] cannot be ended` }
          : {
              code: 'VisitCannotMove',
              number: 9102,
              message: `VisitId [${id}] in state ${from} cannot be ${participle}`,
            },
      );
      expect(visit.snapshot()).toEqual(before);
      expect(visit.moves).toEqual([]);
    },
  );

  it.each([
    ['verify', (v: Visit) => v.verifyByFingerprint(occasion), 0],
    ['check', (v: Visit) => v.check(nothingAsked, occasion, window), 2],
    ['check', (v: Visit) => v.recheck(nothingAsked, occasion), 3],
    ['approve', (v: Visit) => v.approve('100', nothingAsked, occasion), 1],
    ['enter', (v: Visit) => v.enter(occasion, window), 5],
    ['stepOut', (v: Visit) => v.stepOut(occasion), 6],
    ['end', (v: Visit) => v.end(occasion), 6],
  ])('%s is named in the step, which has neither reason code nor document', (command, give, from) => {
    const visit = visitIn(from);
    give(visit);
    expect(visit.moves).toEqual([
      expect.objectContaining({ command, from, reasonCode: null, document: null }),
    ]);
  });

  it('is refused for its state, not for the identity, in a state where nobody is verified', () => {
    const other = { ...passport, number: 'X' };
    for (const give of [
      (visit: Visit) => visit.verifyByDocument(other, passport, occasion),
      (visit: Visit) => visit.verifyByEntryCode('000000', occasion, window),
    ]) {
      expect(refusalOf(() => give(visitIn(2)))).toMatchObject({ code: 'VisitCannotMove' });
    }
  });
});

describe('when the clock is set back', () => {
  const earlier = new Date(at.getTime() - 86_400_000);

  it('no step is earlier than the one before', () => {
    const visit = Visit.create(beginning, '');
    const back = { at: earlier, reason: null };
    visit.verifyByFingerprint(back);
    visit.check(nothingAsked, back, window);
    visit.enter(back, window);
    visit.end(back);
    expect(visit.moves.map(move => move.at)).toEqual(Array(5).fill(at));
    expect(visit.snapshot()).toMatchObject({ movedAt: at, validTo: at });
  });

  it('nor earlier than the last one that is stored', () => {
    const visit = visitIn(5, { movedAt: at });
    visit.reject(0, { at: earlier, reason: '' });
    expect(visit.moves.map(move => move.at)).toEqual([at]);
  });

  it('a visit ends no earlier than it begins', () => {
    const visit = visitIn(6, { movedAt: earlier });
    visit.end({ at: earlier, reason: '' });
    expect(visit.snapshot().validTo).toEqual(beginning.validFrom);
  });
});

describe('a new visit', () => {
  it.each([
    ['create', () => Visit.create(beginning, 'spare parts'), 0],
    ['schedule', () => Visit.schedule(beginning, 'spare parts'), 1],
  ])('begins by %s with one step out of nothing', (command, begin, state) => {
    const visit = begin();
    const { at: _, ...rest } = beginning;
    expect(visit.snapshot()).toEqual({ ...rest, version: 0, state, approvedBy: null, movedAt: at });
    expect(visit.moves).toEqual([
      { command, from: null, to: state, at, reason: 'spare parts', reasonCode: null, document: null },
    ]);
    expect(visit.id).toBe(id);
  });

  it('keeps its steps in order', () => {
    const visit = Visit.create(beginning, 'spare parts');
    visit.verifyByFingerprint(occasion);
    visit.check(nothingAsked, occasion, window);
    visit.enter(occasion, window);
    visit.end(occasion);
    expect(visit.moves.map(({ from, to }) => [from, to])).toEqual([
      [null, 0],
      [0, 2],
      [2, 5],
      [5, 6],
      [6, 7],
    ]);
  });
});

describe('verifying by document', () => {
  it('keeps the first document of the visitor in the step', () => {
    const visit = visitIn(0);
    visit.verifyByDocument(passport, null, occasion);
    expect(visit.moves[0]?.document).toEqual(passport);
  });

  it('keeps no document where the same one is on file', () => {
    const visit = visitIn(0);
    visit.verifyByDocument({ ...passport }, passport, occasion);
    expect(visit.moves[0]?.document).toBeNull();
  });

  it('keeps none that is not to be kept', () => {
    const visit = visitIn(0);
    visit.verifyByDocument(passport, null, occasion, 'not kept');
    expect(visit.snapshot().state).toBe(2);
    expect(visit.moves[0]?.document).toBeNull();
  });

  it('refuses one of another visitor', () => {
    const visit = visitIn(0);
    const verify = () => visit.verifyByDocument(passport, null, occasion, 'of another');
    expect(refusalOf(verify)).toMatchObject({ code: 'IdentityNotVerified' });
  });

  it.each([
    ['number', { ...passport, number: 'P1234568' }],
    ['state', { ...passport, state: 'SK' }],
    ['type', { ...passport, type: 1 as const }],
  ])('refuses one whose %s differs with IdentityNotVerified', (_, shown) => {
    const visit = visitIn(0);
    const before = structuredClone(visit.snapshot());
    expect(refusalOf(() => visit.verifyByDocument(shown, passport, occasion))).toMatchObject({
      code: 'IdentityNotVerified',
      number: 9106,
      message: `Identity of the visitor of VisitId [${id}] not verified`,
    });
    expect(visit.snapshot()).toEqual(before);
    expect(visit.moves).toEqual([]);
  });
});

describe('verifying by entry code', () => {
  it.each([
    ['as early as its visitor may come', '2026-11-23T06:00:00.000Z', true],
    ['at the last instant of the visit', '2026-11-23T18:00:00.000Z', true],
    ['a millisecond before that', '2026-11-23T05:59:59.999Z', false],
    ['a millisecond after that', '2026-11-23T18:00:00.001Z', false],
  ])('%s', (_, instant, works) => {
    const visit = visitIn(1);
    const error = refusalOf(() =>
      visit.verifyByEntryCode('042042', { ...occasion, at: new Date(instant) }, window),
    );
    expect(error).toEqual(works ? undefined : expect.objectContaining({ code: 'IdentityNotVerified' }));
    expect(visit.snapshot().state).toBe(works ? 2 : 1);
  });

  it.each(['042043', '', '42042', '0420420'])('refuses the wrong code %j with IdentityNotVerified', code => {
    const visit = visitIn(0);
    const before = structuredClone(visit.snapshot());
    expect(refusalOf(() => visit.verifyByEntryCode(code, occasion, window))).toMatchObject({
      code: 'IdentityNotVerified',
      message: `Identity of the visitor of VisitId [${id}] not verified`,
    });
    expect(visit.snapshot()).toEqual(before);
    expect(visit.moves).toEqual([]);
  });
});

describe('verifying by the text of a pass', () => {
  const at = new Date('2026-11-23T12:00:00.000Z');
  const pass = { visitId: id, validFrom: new Date(at), expires: new Date(at.getTime() + 1) };
  const early = new Date('2026-11-23T05:59:59.999Z');

  it.each<[string, ShownPass | undefined, Date, boolean]>([
    ['within its time', pass, at, true],
    ['that was not signed', undefined, at, false],
    ['of another visit', { ...pass, visitId: 'other' }, at, false],
    ['before its time', { ...pass, validFrom: new Date(at.getTime() + 1) }, at, false],
    ['that has expired', { ...pass, expires: at }, at, false],
    ['before the window of the visit', { ...pass, validFrom: early }, early, false],
  ])('%s', (_, shown, when, works) => {
    const visit = visitIn(1);
    const error = refusalOf(() => visit.verifyByEntryCode(shown, { ...occasion, at: when }, window));
    expect(error).toEqual(works ? undefined : expect.objectContaining({ code: 'IdentityNotVerified' }));
    expect(visit.snapshot().state).toBe(works ? 2 : 1);
  });

  it('is asked for its state first', () => {
    expect(refusalOf(() => visitIn(7).verifyByEntryCode(undefined, occasion, window))).toMatchObject({
      code: 'VisitCannotMove',
    });
  });
});

describe('a confirmation', () => {
  it.each([0, 1, 2])('given ahead of time in state %i counts at the check', state => {
    const visit = visitIn(state);
    visit.approve('100', escortAsked, occasion);
    expect(visit.snapshot()).toMatchObject({ state, approvedBy: '100' });
    if (state < 2) visit.verifyByFingerprint(occasion);
    visit.check(escortAsked, occasion, window);
    expect(visit.snapshot()).toMatchObject({ state: 5, approvedBy: '100' });
  });

  it('at the door is remembered while an activity is still missing', () => {
    const visit = visitIn(4);
    visit.approve('100', activityMissing, occasion);
    expect(visit.snapshot()).toMatchObject({ state: 3, approvedBy: '100' });
    visit.recheck(escortAsked, occasion);
    expect(visit.snapshot().state).toBe(5);
  });
});

describe('repeating the check', () => {
  it.each([
    [3, activityMissing],
    [4, escortAsked],
    [5, nothingAsked],
  ])('makes no step in state %i when the outcome is the same', (state, facts) => {
    const visit = visitIn(state);
    visit.recheck(facts, occasion);
    expect(visit.snapshot().state).toBe(state);
    expect(visit.moves).toEqual([]);
  });

  it.each([
    [3, nothingAsked, 5],
    [3, escortAsked, 4],
    [4, activityMissing, 3],
    [4, nothingAsked, 5],
  ])('leads from %i by what changed', (from, facts, to) => {
    const visit = visitIn(from);
    visit.recheck(facts, occasion);
    expect(visit.moves).toEqual([expect.objectContaining({ command: 'check', from, to, at: later })]);
  });

  it('is refused once the visitor is inside', () => {
    expect(refusalOf(() => visitIn(6).recheck(nothingAsked, occasion))).toMatchObject({
      code: 'VisitCannotMove',
    });
  });
});

describe('the entry code', () => {
  it.each([
    ['end', (v: Visit) => v.end(occasion), 5],
    ['end', (v: Visit) => v.end(occasion), 6],
    ['reject', (v: Visit) => v.reject(RejectReason.NoShow, occasion), 1],
  ])('is gone after %s', (_, give, from) => {
    const visit = visitIn(from);
    give(visit);
    expect(visit.snapshot().entryCode).toBeNull();
  });

  it('is kept through every other step', () => {
    const visit = visitIn(0);
    const code = () => visit.snapshot().entryCode;
    visit.approve('100', nothingAsked, occasion);
    visit.verifyByFingerprint(occasion);
    visit.check(nothingAsked, occasion, window);
    visit.enter(occasion, window);
    visit.stepOut(occasion);
    expect(code()).toBe('042042');
  });
});

describe('the end of the validity', () => {
  it('is now when the visit is ended', () => {
    const visit = visitIn(6);
    visit.end(occasion);
    expect(visit.snapshot()).toMatchObject({ validFrom: beginning.validFrom, validTo: later });
  });

  it('stays when the visit is rejected', () => {
    const visit = visitIn(1);
    visit.reject(RejectReason.Cancelled, occasion);
    expect(visit.snapshot().validTo).toEqual(beginning.validTo);
  });
});

it.each([
  ['Denied', 0],
  ['Cancelled', 1],
  ['NoShow', 2],
  ['Expired', 3],
] as const)('a rejection keeps its reason code: %s is %i', (name, code) => {
  const visit = visitIn(5);
  visit.reject(RejectReason[name], occasion);
  expect(visit.moves).toEqual([
    {
      command: 'reject',
      from: 5,
      to: 8,
      at: later,
      reason: 'as agreed',
      reasonCode: code,
      document: null,
    },
  ]);
});

describe('expire', () => {
  it.each([0, 1, 2, 3, 4, 5] as const)('rejects a visit in state %i, as expired', from => {
    const visit = visitIn(from);
    visit.expire(false, occasion);
    expect(visit.moves).toMatchObject([{ command: 'reject', from, to: 8, reasonCode: 3, at: later }]);
    expect(visit.snapshot()).toMatchObject({ entryCode: null, validTo: beginning.validTo });
  });

  it('ends a visit whose visitor has stepped out', () => {
    const visit = visitIn(5);
    visit.expire(true, occasion);
    expect(visit.moves).toMatchObject([{ command: 'end', from: 5, to: 7, reasonCode: null }]);
  });

  it.each([
    [6, true],
    [6, false],
    [7, true],
    [8, false],
  ] as const)('refuses a visit in state %i', (from, wasInside) => {
    const visit = visitIn(from);
    expect(() => visit.expire(wasInside, occasion)).toThrow(AppError);
    expect(visit.moves).toEqual([]);
  });
});

describe('update', () => {
  const move = { changed: ['reason'], isForAnother: false };
  const give = (visit: Visit, changes = {}, facts = nothingAsked) =>
    visit.update({ ...move, ...changes }, facts, { at: later, reason: 'changed: Reason' });

  it.each([
    ['nothing asked', nothingAsked, '0 1 2 5 5 5 - - -'],
    ['escort asked', escortAsked, '0 1 2 4 4 4 - - -'],
    ['activity missing', activityMissing, '0 1 2 3 3 3 - - -'],
  ])('leads, with %s, where the check leads', (_, facts, outcome) => {
    const told = [0, 1, 2, 3, 4, 5, 6, 7, 8].map(from => {
      const visit = visitIn(from);
      const error = refusalOf(() => give(visit, {}, facts));
      if (error)
        expect(error).toMatchObject({ message: `VisitId [${id}] in state ${from} cannot be updated` });
      return error ? '-' : String(visit.snapshot().state);
    });
    expect(told.join(' ')).toBe(outcome);
  });

  it('is a step with the reason that it is given', () => {
    const visit = visitIn(2);
    give(visit);
    expect(visit.moves).toEqual([
      expect.objectContaining({
        command: 'update',
        from: 2,
        to: 2,
        at: later,
        reason: 'changed: Reason',
      }),
    ]);
  });

  it('is no step where nothing is changed, and is refused all the same', () => {
    const visit = visitIn(4);
    give(visit, { changed: [], validTo: later });
    expect(visit.moves).toEqual([]);
    expect(visit.snapshot()).toEqual(visitIn(4).snapshot());
    expect(refusalOf(() => give(visitIn(7), { changed: [] }))).toMatchObject({ code: 'VisitCannotMove' });
  });

  it('changes the time and the unit, and keeps what is not given', () => {
    const visit = visitIn(1, { structure: 'A' });
    give(visit, { validFrom: at, validTo: later, structure: null });
    expect(visit.snapshot()).toMatchObject({ validFrom: at, validTo: later, structure: null });
    give(visit, { structure: 'B' });
    give(visit);
    expect(visit.snapshot()).toMatchObject({
      validFrom: at,
      validTo: later,
      structure: 'B',
      entryCode: '042042',
    });
  });

  it('for another host or escort makes the confirmation count no more', () => {
    const confirmed = { approvedBy: '100' };
    const kept = visitIn(5, confirmed);
    give(kept, {}, escortAsked);
    expect(kept.snapshot()).toMatchObject({ state: 5, approvedBy: '100' });
    const dropped = visitIn(5, confirmed);
    give(dropped, { isForAnother: true }, escortAsked);
    expect(dropped.snapshot()).toMatchObject({ state: 4, approvedBy: null });
  });
});

it('what is kept beside the moves is closed with the visit', () => {
  for (const state of [0, 1, 2, 3, 4, 5, 6])
    expect(refusalOf(() => visitIn(state).mustBeOpen('updated'))).toBeUndefined();
  for (const state of [7, 8])
    expect(refusalOf(() => visitIn(state).mustBeOpen('updated'))).toMatchObject({
      code: 'VisitCannotMove',
      message: `VisitId [${id}] in state ${state} cannot be updated`,
    });
});
