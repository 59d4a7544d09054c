import type { Response } from 'express';

/** Why work stops for which nobody waits any more. It is no fault and has no answer. */
export class ClientGone extends Error {
  constructor() {
    super('the client has closed the connection');
    this.name = 'ClientGone';
  }
}

/** Aborted with `ClientGone` when the connection closes before the answer has left. */
export function signalOf(response: Response): AbortSignal {
  if (response.closed) return AbortSignal.abort(new ClientGone());
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort(new ClientGone());
  });
  return controller.signal;
}
