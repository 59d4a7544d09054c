/** A call of a concurrent history, in milliseconds of one clock. */
export interface Call {
  readonly calledAt: number;
  /** Undefined for a call whose answer never came: it may have taken effect at any time since, or never. */
  readonly answeredAt?: number;
  /** Takes effect after this one, which is a part of the same call. */
  readonly follows?: Call;
}

/** What calls have to look like when they are made one after the other. */
export interface Model<S, C extends Call> {
  readonly initial: S;
  /** The same text for equal states. */
  readonly key: (state: S) => string;
  /** Every state in which `call`, with the answer it got, may leave `state`; none when it cannot have been answered so. */
  readonly next: (state: S, call: C) => readonly S[];
}

/**
 * Whether there is an order of the calls, each of which takes effect at one moment between its call and its answer, that
 * explains every answer. The search of Wing and Gong (1993), which remembers where it was in vain, as Lowe's does (2017).
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
    // What was called after the answer of another that is still to take effect cannot come before it.
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
