import type { Response } from 'express';

/** The abort reason when the client has disconnected. It is no fault and is not answered. */
export class ClientGone extends Error {
  constructor() {
    super('the client has closed the connection');
    this.name = 'ClientGone';
  }
}

/** Aborted with `ClientGone` when the connection closes before the answer was sent. */
export function signalOf(response: Response): AbortSignal {
  if (response.closed) return AbortSignal.abort(new ClientGone());
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort(new ClientGone());
  });
  return controller.signal;
}
