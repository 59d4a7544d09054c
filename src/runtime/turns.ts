let last = Promise.resolve();

/**
 * Waits for the next turn of the event loop that nobody else has taken. Long work is done in pieces with this between
 * them: then each turn has one piece, however many are at work, and other requests come between.
 */
export function nextTurn(): Promise<void> {
  last = last.then(() => new Promise(resolve => setImmediate(resolve)));
  return last;
}
