import { type Agenda, type Privilege, refusals, type Right } from '../../shared/agenda';
import type { Caller } from '../../shared/caller';
import type { ShownRecord } from '../../shared/shown-record';
import type { ErrorCode } from '../../shared/errors/error-catalogue';
import type { DtoClass } from '../fields';
import type { PictureType } from './picture';

/** A right on an agenda that an action requires, and the error for a user without it. */
export interface Requirement {
  readonly agenda: Agenda;
  readonly right: Right;
  readonly refusal: Extract<ErrorCode, `${string}Privilege`>;
}

/** The requirement of a privilege such as `Visits:View`. */
export function requirementOf(privilege: Privilege): Requirement {
  const [agenda, right] = privilege.split(':') as [Agenda, Right];
  const ofAgenda: Partial<Record<Right, Requirement['refusal']>> = refusals[agenda];
  const refusal = ofAgenda[right];
  if (!refusal) throw new Error(`there is no privilege ${privilege}`);
  return { agenda, right, refusal };
}

export interface ActionOptions {
  summary: string;
  description: string;
  /** Group in the document. */
  tag: string;
  /** Body of a POST, query of a GET. */
  request: DtoClass;
  /** A type that is written as JSON or XML, or the possible types of a `Picture`. */
  response: DtoClass | { pictures: readonly PictureType[] };
  /** Privileges that the caller needs; each agenda must be licensed. `open` is for login only, which needs no token. */
  requires: readonly Privilege[] | 'open';
  /** Specific refusals, in addition to those of every action. */
  errors: readonly ErrorCode[];
  /**
   * The records that an answer shows, apart from what the request contained. For a repeat under an `Idempotency-Key` they
   * are checked again. Default: none.
   */
  shows?(answer: object, caller: Caller): readonly ShownRecord[];
  /** The body may be as large as PHOTO_BODY_LIMIT instead of BODY_LIMIT. */
  largeBody?: boolean;
  /** Most members and items of JSON, or elements and attributes of XML, that the body may hold; MAX_VALUES when left out. */
  maxValues?: number;
}

export interface ActionInfo extends Omit<ActionOptions, 'requires'> {
  /** `controller/action`, in documented case. */
  path: string;
  verb: 'GET' | 'POST';
  requires: readonly Requirement[] | 'open';
}

/** Metadata key of the action of a route. */
export const ACTION = 'gatehouse:action';
