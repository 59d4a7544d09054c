let last = Promise.resolve();

/**
 * Resolves in an iteration of the event loop that no other caller of this function has. Long work calls it between
 * pieces: each iteration then runs one piece, however many callers there are, and other requests are served in between.
 */
export function nextTurn(): Promise<void> {
  last = last.then(() => new Promise(resolve => setImmediate(resolve)));
  return last;
}
