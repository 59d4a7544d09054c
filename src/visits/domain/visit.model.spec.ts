import fc from 'fast-check';
import type { DocumentData } from '../../shared/visitor';
import { AppError } from '../../shared/errors/app-error';
import type { AdmissionFacts } from './admission';
import { Visit } from './visit';
import type { VisitCommand } from './visit-state';
import { AdmissionWindow } from './admission-window';

/** Two hours before a visit is valid its visitor may come. */
const window = new AdmissionWindow(2 * 3_600_000);

type Step = { afterMs: number } & (
  | { does: 'document'; shown: number }
  | { does: 'code'; right: boolean }
  | { does: 'finger' | 'enter' | 'stepOut' | 'end' | 'reject' }
  | { does: 'check' | 'approve'; escort: boolean; training: 'none asked' | 'missing' | 'over' | 'ends now' }
);

const start = Date.parse('2026-11-23T08:00:00.000Z');
const VALID_MS = 10_000;
const documents: readonly DocumentData[] = [
  { number: 'A1', state: 'CZ', type: 0 },
  { number: 'A1', state: 'SK', type: 0 },
];
const commandOf: Record<Step['does'], VisitCommand> = {
  document: 'verify',
  code: 'verify',
  finger: 'verify',
  check: 'check',
  approve: 'approve',
  enter: 'enter',
  stepOut: 'stepOut',
  end: 'end',
  reject: 'reject',
};

/** The rules of a visit once more, as plainly as possible and without the table: what one sees of a visit. */
class Model {
  state: number;
  confirmed = false;
  over = false;
  endsAt = start + VALID_MS;
  onFile: number | null = null;

  constructor(planned: boolean) {
    this.state = planned ? 1 : 0;
  }

  /** Answers the code of the refusal, or undefined. */
  take(step: Step, now: number): string | undefined {
    switch (step.does) {
      case 'document':
        if (this.state > 1) return 'VisitCannotMove';
        if (this.onFile !== null && this.onFile !== step.shown) return 'IdentityNotVerified';
        this.onFile ??= step.shown;
        this.state = 2;
        return undefined;
      case 'code':
        if (this.state > 1) return 'VisitCannotMove';
        if (!step.right || now > this.endsAt) return 'IdentityNotVerified';
        this.state = 2;
        return undefined;
      case 'finger':
        if (this.state > 1) return 'VisitCannotMove';
        this.state = 2;
        return undefined;
      case 'check':
        if (this.state < 2 || this.state > 5) return 'VisitCannotMove';
        if (now > this.endsAt) return 'VisitOutsideWindow';
        this.admit(step);
        return undefined;
      case 'approve':
        if (this.state > 4) return 'VisitCannotMove';
        this.confirmed = true;
        if (this.state > 2) this.admit(step);
        return undefined;
      case 'enter':
        if (this.state !== 5) return 'VisitCannotMove';
        if (now > this.endsAt) return 'VisitOutsideWindow';
        this.state = 6;
        return undefined;
      case 'stepOut':
        if (this.state !== 6) return 'VisitCannotMove';
        this.state = 5;
        return undefined;
      case 'end':
        if (this.state !== 5 && this.state !== 6) return 'VisitCannotBeEnded';
        Object.assign(this, { state: 7, over: true, endsAt: now });
        return undefined;
      case 'reject':
        if (this.state > 5) return 'VisitCannotMove';
        Object.assign(this, { state: 8, over: true });
        return undefined;
    }
  }

  private admit(step: Step & { does: 'check' | 'approve' }): void {
    if (step.training === 'missing' || step.training === 'over') this.state = 3;
    else this.state = step.escort && !this.confirmed ? 4 : 5;
  }
}

function factsOf(step: Step & { does: 'check' | 'approve' }, now: number): AdmissionFacts {
  const validTo = { missing: null, over: new Date(now - 1), 'ends now': new Date(now) };
  const activities =
    step.training === 'none asked' ? [] : [{ title: 'Safety training', validTo: validTo[step.training] }];
  return { escortRequired: step.escort, activities };
}

/** Gives the step to the real visit; answers the code of its refusal. */
function give(visit: Visit, step: Step, now: number, onFile: number | null): string | undefined {
  const occasion = { at: new Date(now), reason: null };
  try {
    if (step.does === 'document') {
      const known = onFile === null ? null : (documents[onFile] ?? null);
      visit.verifyByDocument(documents[step.shown]!, known, occasion);
    } else if (step.does === 'code')
      visit.verifyByEntryCode(step.right ? '123456' : '654321', occasion, window);
    else if (step.does === 'finger') visit.verifyByFingerprint(occasion);
    else if (step.does === 'check') visit.check(factsOf(step, now), occasion, window);
    else if (step.does === 'approve') visit.approve('100', factsOf(step, now), occasion);
    else if (step.does === 'reject') visit.reject(0, occasion);
    else visit[step.does](occasion, window);
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code }: AppError = error;
    return code;
  }
}

const afterMs = fc.integer({ min: 0, max: 500 });
const facts = {
  escort: fc.boolean(),
  training: fc.constantFrom('none asked' as const, 'missing' as const, 'over' as const, 'ends now' as const),
};
const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ afterMs, does: fc.constant('document' as const), shown: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ afterMs, does: fc.constant('code' as const), right: fc.boolean() }) },
  {
    weight: 6,
    arbitrary: fc.record({ afterMs, does: fc.constantFrom('check' as const, 'approve' as const), ...facts }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      afterMs,
      does: fc.constantFrom('finger' as const, 'enter' as const, 'stepOut' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ afterMs, does: fc.constantFrom('end' as const, 'reject' as const) }),
  },
);

const beginning = {
  id: 'visit',
  createdBy: 'user',
  structure: null,
  entryCode: '123456',
  validFrom: new Date(start),
  validTo: new Date(start + VALID_MS),
  at: new Date(start),
};

it('a visit agrees with the model through any sequence of commands, and all 63 pairs are met', () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(fc.boolean(), fc.array(steps, { maxLength: 60, size: 'max' }), (planned, sequence) => {
      const visit = planned ? Visit.schedule(beginning, '') : Visit.create(beginning, '');
      const model = new Model(planned);
      const seen: unknown[] = [];
      const told: unknown[] = [];
      let now = start;
      let done = 1;
      for (const step of sequence) {
        now += step.afterMs;
        met.add(`${commandOf[step.does]} in ${model.state}`);
        const before = visit.snapshot();
        const refusal = give(visit, step, now, model.onFile);
        const { state, approvedBy, entryCode, validTo } = visit.snapshot();
        const changed = visit.snapshot() !== before;
        seen.push([refusal, changed, state, approvedBy, entryCode, validTo.getTime(), visit.moves.length]);
        const expected = model.take(step, now);
        if (expected === undefined) done += 1;
        const { confirmed, over, endsAt } = model;
        told.push([
          expected,
          expected === undefined,
          model.state,
          confirmed ? '100' : null,
          over ? null : '123456',
          endsAt,
          done,
        ]);
      }
      expect(seen).toEqual(told);
    }),
    { numRuns: 2000 },
  );
  expect(met.size).toBe(7 * 9);
});
