import type { IncomingMessage, ServerResponse } from 'node:http';

/** Sends `100 Continue` to clients that wait for it (`Expect: 100-continue`). */
const waiting = new WeakMap<IncomingMessage, () => void>();

/**
 * Makes a client wait until `askForBody`, so that it need not send the body of a request that is refused. The connection
 * is closed after such a refusal, because either a body or the next request could follow.
 */
export function holdBack(request: IncomingMessage, response: ServerResponse): void {
  const { shouldKeepAlive } = response;
  response.shouldKeepAlive = false;
  waiting.set(request, () => {
    response.shouldKeepAlive = shouldKeepAlive;
    response.writeContinue();
  });
}

/** Call this before reading a body that has not arrived yet. */
export function askForBody(request: IncomingMessage): void {
  if (request.headers.expect !== undefined) waiting.get(request)?.();
}
