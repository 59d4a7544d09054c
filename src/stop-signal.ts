import { DRAIN_LIMIT_MS } from './health';

/** From the signal to the end of the process, whatever hangs: containers are killed 10 s after it. */
const HARD_STOP_MS = DRAIN_LIMIT_MS + 500;

/** SIGHUP comes when a terminal is closed, SIGUSR2 from tools that restart what has changed. */
const signals = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGUSR2'] as const;

/** Waits to be told to stop. From the first signal on, the process has 9 s left; further ones change nothing. */
export class StopSignal {
  readonly received: Promise<void>;
  private hardStop: NodeJS.Timeout | undefined;

  constructor() {
    let resolve: () => void = () => undefined;
    this.received = new Promise(done => (resolve = done));
    const stop = () => {
      this.hardStop ??= setTimeout(() => process.kill(process.pid, 'SIGKILL'), HARD_STOP_MS).unref();
      resolve();
    };
    for (const signal of signals) process.on(signal, stop);
  }

  /** Everything has come to its end in time. Signals go on changing nothing. */
  release(): void {
    clearTimeout(this.hardStop);
  }
}
