import { DRAIN_LIMIT_MS } from './health';

/** The process is killed this long after the signal if something hangs. Containers are killed after 10 s. */
const HARD_STOP_MS = DRAIN_LIMIT_MS + 500;

/** SIGHUP comes when a terminal is closed, SIGUSR2 from tools that restart on changes. */
const signals = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGUSR2'] as const;

/** Waits for a signal to stop. From the first signal on, the process has 9 s left; further signals are ignored. */
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

  /** Cancels the kill. Signals are still ignored. */
  release(): void {
    clearTimeout(this.hardStop);
  }
}
