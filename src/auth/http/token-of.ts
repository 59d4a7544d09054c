import type { Request } from 'express';
import { parseGuid } from '../../shared/guid';

/**
 * The token of a request: query parameter `Token`, in any case, or `Authorization: Bearer`. When both are sent they
 * must agree. The problem completes the sentence "Token …".
 */
export function tokenOf(
  request: Request,
): { token: string; problem?: undefined } | { token?: undefined; problem: string } {
  const given = [...queryTokens(request), ...bearerTokens(request)];
  if (given.length === 0) return { problem: 'is required: in the query, or as a bearer token' };
  const [token, ...others] = given.map(parseGuid);
  if (token === undefined) return { problem: 'must be a GUID' };
  if (others.some(other => other !== token)) return { problem: 'is given twice, and not the same' };
  return { token };
}

/** A query with nothing but a token, as in nearly all requests: read without parsing the query. */
const TOKEN_ALONE = /^[^?]*\?token=([0-9a-f-]{36})$/i;

function queryTokens(request: Request): unknown[] {
  const alone = TOKEN_ALONE.exec(request.url)?.[1];
  if (alone !== undefined) return [alone];
  const values = Object.entries(request.query).flatMap(([name, value]) =>
    name.toLowerCase() === 'token' ? [value] : [],
  );
  // `?Token=a&Token=b` is parsed as one list, `?Token=a&token=b` as two members: neither is one token.
  return values.length > 1 ? [values] : values;
}

function bearerTokens(request: Request): string[] {
  const bearer = /^Bearer(?=\s|$)(.*)$/i.exec(request.headers.authorization ?? '')?.[1]?.trim();
  return bearer === undefined ? [] : [bearer];
}
