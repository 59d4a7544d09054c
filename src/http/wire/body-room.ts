interface Waiting {
  readonly bytes: number;
  begin(): void;
}

/**
 * Room for bodies that are read and held at the same time. Who does not fit waits, first come first served, and no longer
 * than a bounded time.
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

  /** @returns what gives the room back; undefined when there was none in time */
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
