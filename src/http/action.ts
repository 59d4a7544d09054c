import type { Agenda } from '../shared/agenda';
import type { ErrorCode } from '../shared/errors/error-catalogue';
import type { DtoClass } from './fields';
import type { PictureType } from './picture';

type PrivilegeRefusal = Extract<ErrorCode, `${string}Privilege`>;

/** A right on an agenda that an action asks for, and the refusal of who lacks it. */
export interface Requirement {
  agenda: Agenda;
  right: 'View' | 'New' | 'Edit' | 'Activities' | 'Types';
  refusal: PrivilegeRefusal;
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
  /** Rights that the caller needs; every agenda named must be licensed. `open` for login alone: no token is asked. */
  requires: readonly Requirement[] | 'open';
  /** Refusals of its own, beside those that every action can give. */
  errors: readonly ErrorCode[];
  /** The body may be as large as PHOTO_BODY_LIMIT instead of BODY_LIMIT. */
  largeBody?: boolean;
  /** Most members and items of JSON, or elements and attributes of XML, that the body may hold; MAX_VALUES when left out. */
  maxValues?: number;
}

export interface ActionInfo extends ActionOptions {
  /** `controller/action`, in documented case. */
  path: string;
  verb: 'GET' | 'POST';
}

/** Where a route has its action. */
export const ACTION = 'gatehouse:action';
