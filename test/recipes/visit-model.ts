import { errorCatalogue } from '../../src/shared/errors/error-catalogue';
import { VisitState } from '../../src/shared/visit';
import { allowedMoves, type VisitCommand } from '../../src/visits/domain/visit-state';
import { type Call, isLinearizable, type Model } from './linearizable';

/** The answer to a client. */
interface VisitAnswer {
  /** Null if the command was done. */
  readonly refusal: number | null;
  readonly state?: number;
  readonly reason?: string;
}

/** A call about one visit; without an answer, its outcome is unknown. */
export interface VisitCall extends Call {
  readonly command: VisitCommand | 'create' | 'get';
  /** The reason given to `create` and `update`. */
  readonly reason?: string;
  readonly answer?: VisitAnswer;
}

/** A visit in the model; null before it is created. */
type Visit = { readonly state: VisitState; readonly reason: string } | null;

const { VisitExists, VisitNotExists, VisitCannotMove, VisitCannotBeEnded, VisitUpdateFailed } =
  errorCatalogue;

/** Whether a history of one visit, from before its creation, can be explained. */
export function isExplained(history: readonly VisitCall[]): boolean {
  return isLinearizable(history.flatMap(partsOf), visitModel);
}

/**
 * `create` and `update` return what is read afterwards, which may include concurrent changes. All other commands return only
 * their own result.
 */
function partsOf(call: VisitCall): VisitCall[] {
  const isReadBack = call.command === 'create' || call.command === 'update';
  if (!isReadBack || call.answer?.refusal !== null) return [call];
  const change = { ...call, answer: { refusal: null } };
  return [change, { ...call, command: 'get', follows: change }];
}

/** One visit by the table of moves. It needs no confirmation, and an update changes its reason. */
const visitModel: Model<Visit, VisitCall> = {
  initial: null,
  key: visit => JSON.stringify(visit),
  next: (visit, call) => {
    if (!call.answer) return effectsOf(visit, call);
    // A concurrent call was faster, so nothing was changed.
    if (call.answer.refusal === VisitUpdateFailed.number) return [visit];
    if (call.answer.refusal !== null) return call.answer.refusal === refusalOf(visit, call) ? [visit] : [];
    return effectsOf(visit, call).filter(after => isTold(after, call));
  },
};

/** The possible results of the command; none if it is refused. */
function effectsOf(visit: Visit, call: VisitCall): Visit[] {
  const { command, reason = '' } = call;
  if (command === 'create') return visit ? [] : [{ state: VisitState.New, reason }];
  if (!visit) return [];
  if (command === 'get') return [visit];
  if (isRefusedInArea(visit, call)) return [];
  return allowedMoves[command][visit.state].map(state => ({
    state,
    reason: command === 'update' ? reason : visit.reason,
  }));
}

/** In the area, an update may only change the end and the card. Here it is refused if it changes the reason. */
function isRefusedInArea({ state, reason }: NonNullable<Visit>, call: VisitCall): boolean {
  return call.command === 'update' && state === VisitState.InArea && (call.reason ?? '') !== reason;
}

/** The refusal of the command; undefined if it would be done. */
function refusalOf(visit: Visit, call: VisitCall): number | undefined {
  const { command } = call;
  if (command === 'create') return visit ? VisitExists.number : undefined;
  if (!visit) return VisitNotExists.number;
  const isAllowed = command === 'get' || allowedMoves[command][visit.state].length > 0;
  if (isAllowed && !isRefusedInArea(visit, call)) return undefined;
  return command === 'end' ? VisitCannotBeEnded.number : VisitCannotMove.number;
}

/**
 * Whether the answer matches the visit. A command returns other data as it was when the command began (ADR 14), so the
 * reason is compared only for `get`.
 */
function isTold(visit: Visit, { command, answer }: VisitCall): boolean {
  if (answer?.state === undefined) return true;
  return answer.state === visit?.state && (command !== 'get' || answer.reason === visit.reason);
}
