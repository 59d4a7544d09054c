import type { Request } from 'express';

/**
 * The media type of `offered` that `Accept` prefers, the first of equals; undefined when none is acceptable. Parameters
 * such as `charset` and `version` are ignored: Express would treat a type with a parameter as another type.
 */
export function preferredType(request: Request, offered: string[]): string | undefined {
  request.headers.accept &&= withoutParameters(request.headers.accept);
  return request.accepts(offered) || undefined;
}

/** Removes all parameters except the quality. A quoted text may contain commas and semicolons; an unclosed one ends at the end. */
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
