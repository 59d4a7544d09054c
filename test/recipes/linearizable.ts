/** A call in a concurrent history, in milliseconds of one clock. */
export interface Call {
  readonly calledAt: number;
  /** Undefined if the answer never arrived: the call may have taken effect at any time since, or never. */
  readonly answeredAt?: number;
  /** Takes effect after this one; both are parts of the same call. */
  readonly follows?: Call;
}

/** The sequential behaviour that explains the calls. */
export interface Model<S, C extends Call> {
  readonly initial: S;
  /** The same text for equal states. */
  readonly key: (state: S) => string;
  /** All states that can follow `state` after `call` with its answer; none if the answer is impossible. */
  readonly next: (state: S, call: C) => readonly S[];
}

/**
 * Whether some order of the calls explains every answer, if each call takes effect at one moment between its call and its
 * answer. Uses the search of Wing and Gong (1993), with the cache of failed states of Lowe (2017).
 */
export function isLinearizable<S, C extends Call>(history: readonly C[], model: Model<S, C>): boolean {
  const calls = [...history].sort((a, b) => a.calledAt - b.calledAt);
  const seen = new Set<string>();

  const search = (state: S, done: ReadonlySet<number>): boolean => {
    const left = calls.map((call, index) => ({ call, index })).filter(({ index }) => !done.has(index));
    if (left.every(({ call }) => call.answeredAt === undefined)) return true;
    const position = `${left.map(({ index }) => index).join()} ${model.key(state)}`;
    if (seen.has(position)) return false;
    seen.add(position);
    // A call that began after the answer of another call cannot take effect before that call.
    const firstAnswer = Math.min(...left.map(({ call }) => call.answeredAt ?? Infinity));
    const waits = ({ follows }: C) => left.some(({ call }) => call === follows);
    return left
      .filter(({ call }) => call.calledAt <= firstAnswer && !waits(call))
      .some(({ call, index }) =>
        model.next(state, call).some(after => search(after, new Set(done).add(index))),
      );
  };

  return search(model.initial, new Set());
}
