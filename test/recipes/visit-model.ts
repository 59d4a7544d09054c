import { errorCatalogue } from '../../src/shared/errors/error-catalogue';
import { VisitState } from '../../src/shared/visit';
import { moves, type VisitCommand } from '../../src/visits/domain/visit-state';
import { type Call, isLinearizable, type Model } from './linearizable';

/** What a client was told. */
export interface VisitAnswer {
  /** Null when the command was done. */
  readonly refusal: number | null;
  readonly state?: number;
  readonly reason?: string;
}

/** A call about one visit; without an answer, nobody knows. */
export interface VisitCall extends Call {
  readonly command: VisitCommand | 'create' | 'get';
  /** What `create` and `update` ask for. */
  readonly reason?: string;
  readonly answer?: VisitAnswer;
}

/** A visit as far as the model goes; null before it is created. */
type Visit = { readonly state: VisitState; readonly reason: string } | null;

const { VisitExists, VisitNotExists, VisitCannotMove, VisitCannotBeEnded, VisitUpdateFailed } =
  errorCatalogue;

/** Whether a history of one visit, which begins before it is created, can be explained. */
export function isExplained(history: readonly VisitCall[]): boolean {
  return isLinearizable(history.flatMap(partsOf), visitModel);
}

/**
 * Who creates or updates is answered with what is read afterwards, which may be what others have made of it meanwhile.
 * All else is answered with what it has done itself.
 */
function partsOf(call: VisitCall): VisitCall[] {
  const isReadBack = call.command === 'create' || call.command === 'update';
  if (!isReadBack || call.answer?.refusal !== null) return [call];
  const change = { ...call, answer: { refusal: null } };
  return [change, { ...call, command: 'get', follows: change }];
}

/** One visit, which nobody else has to confirm and whose update changes its reason, by the table of moves. */
const visitModel: Model<Visit, VisitCall> = {
  initial: null,
  key: visit => JSON.stringify(visit),
  next: (visit, call) => {
    if (!call.answer) return effectsOf(visit, call);
    // Nothing was changed, because others were faster.
    if (call.answer.refusal === VisitUpdateFailed.number) return [visit];
    if (call.answer.refusal !== null) return call.answer.refusal === refusalOf(visit, call) ? [visit] : [];
    return effectsOf(visit, call).filter(after => isTold(after, call));
  },
};

/** Where the command may lead: nowhere, where it is refused. */
function effectsOf(visit: Visit, call: VisitCall): Visit[] {
  const { command, reason = '' } = call;
  if (command === 'create') return visit ? [] : [{ state: VisitState.New, reason }];
  if (!visit) return [];
  if (command === 'get') return [visit];
  if (isRefusedInArea(visit, call)) return [];
  return moves[command][visit.state].map(state => ({
    state,
    reason: command === 'update' ? reason : visit.reason,
  }));
}

/** In the area an update may change the end and the card alone: here it changes the reason, unless it is the same. */
function isRefusedInArea({ state, reason }: NonNullable<Visit>, call: VisitCall): boolean {
  return call.command === 'update' && state === VisitState.InArea && (call.reason ?? '') !== reason;
}

/** Undefined where the command would be done. */
function refusalOf(visit: Visit, call: VisitCall): number | undefined {
  const { command } = call;
  if (command === 'create') return visit ? VisitExists.number : undefined;
  if (!visit) return VisitNotExists.number;
  const isAllowed = command === 'get' || moves[command][visit.state].length > 0;
  if (isAllowed && !isRefusedInArea(visit, call)) return undefined;
  return command === 'end' ? VisitCannotBeEnded.number : VisitCannotMove.number;
}

/**
 * Whether the answer shows the visit so. What a visit is about is answered by a command as it was when the command
 * began (ADR 14): the reason counts where it was asked for.
 */
function isTold(visit: Visit, { command, answer }: VisitCall): boolean {
  if (answer?.state === undefined) return true;
  return answer.state === visit?.state && (command !== 'get' || answer.reason === visit.reason);
}
