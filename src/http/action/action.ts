import { type Agenda, type Privilege, refusals, type Right } from '../../shared/agenda';
import type { Caller } from '../../shared/caller';
import type { ShownRecord } from '../../shared/shown-record';
import type { ErrorCode } from '../../shared/errors/error-catalogue';
import type { DtoClass } from '../fields';
import type { PictureType } from './picture';

/** A right on an agenda that an action asks for, and the refusal of who lacks it. */
export interface Requirement {
  readonly agenda: Agenda;
  readonly right: Right;
  readonly refusal: Extract<ErrorCode, `${string}Privilege`>;
}

/** What a privilege such as `Visits:View` asks for. */
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
  /** A type that is written as JSON or XML, or the types of a `Picture`, of which it answers one. */
  response: DtoClass | { pictures: readonly PictureType[] };
  /** Privileges that the caller needs; every agenda named must be licensed. `open` for login alone: no token is asked. */
  requires: readonly Privilege[] | 'open';
  /** Refusals of its own, beside those that every action can give. */
  errors: readonly ErrorCode[];
  /**
   * The records that an answer shows, beside what the request held: a repeat under an `Idempotency-Key` asks for them
   * again. Left out, it shows none.
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

/** Where a route has its action. */
export const ACTION = 'gatehouse:action';
