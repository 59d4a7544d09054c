interface Waiting {
  readonly bytes: number;
  begin(): void;
}

/**
 * Limits the bytes of bodies held at the same time. A body that does not fit waits in a queue, for a limited time.
 */
export class BodyRoom {
  private free: number;
  private readonly queue: Waiting[] = [];

  constructor(
    bytes: number,
    private readonly waitMs: number,
  ) {
    this.free = bytes;
  }

  /** @returns a function that releases the bytes; undefined when the wait timed out */
  take(bytes: number): Promise<(() => void) | undefined> {
    return new Promise(resolve => {
      const giveUp = setTimeout(() => {
        this.queue.splice(this.queue.indexOf(waiting), 1);
        resolve(undefined);
        this.admit();
      }, this.waitMs);
      const waiting: Waiting = {
        bytes,
        begin: () => {
          clearTimeout(giveUp);
          resolve(this.hold(bytes));
        },
      };
      this.queue.push(waiting);
      this.admit();
    });
  }

  private admit(): void {
    for (let next = this.queue[0]; next && next.bytes <= this.free; next = this.queue[0]) {
      this.queue.shift();
      next.begin();
    }
  }

  private hold(bytes: number): () => void {
    this.free -= bytes;
    let isHeld = true;
    return () => {
      if (isHeld) this.free += bytes;
      isHeld = false;
      this.admit();
    };
  }
}
