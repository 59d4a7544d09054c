import type { IncomingMessage, ServerResponse } from 'node:http';

/** What brings the body of a request whose client waits with it (`Expect: 100-continue`). */
const waiting = new WeakMap<IncomingMessage, () => void>();

/**
 * Keeps a client waiting with its body until `askForBody`: one that is refused before need not send it at all. Such a
 * connection is closed then, for nobody could tell whether a body or the next request follows.
 */
export function holdBack(request: IncomingMessage, response: ServerResponse): void {
  const { shouldKeepAlive } = response;
  response.shouldKeepAlive = false;
  waiting.set(request, () => {
    response.shouldKeepAlive = shouldKeepAlive;
    response.writeContinue();
  });
}

/** To be called before a body is read that is not here yet. */
export function askForBody(request: IncomingMessage): void {
  if (request.headers.expect !== undefined) waiting.get(request)?.();
}
