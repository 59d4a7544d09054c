import type { Request } from 'express';

/**
 * The media type of `offered` that `Accept` prefers, the first of equals; undefined when it takes none of them.
 * Parameters such as `charset` and `version` do not matter (contract 1): Express would take a type with a parameter for
 * another type.
 */
export function preferredType(request: Request, offered: string[]): string | undefined {
  request.headers.accept &&= withoutParameters(request.headers.accept);
  return request.accepts(offered) || undefined;
}

/** All but the quality goes. A quoted text may hold commas and semicolons; one without an end reaches to the end. */
function withoutParameters(accept: string): string {
  if (!accept.includes(';')) return accept;
  return accept
    .replace(/"(?:[^"\\]|\\.?)*(?:"|$)/g, '')
    .split(',')
    .map(range => {
      const [type = '', ...parameters] = range.split(';');
      const quality = parameters.find(each => /^\s*q\s*=/i.test(each));
      return quality === undefined ? type : `${type};${quality}`;
    })
    .join(',');
}
