import { type BeforeApplicationShutdown, Logger } from '@nestjs/common';
import type { Clock } from '../shared/clock';
import type { Database } from './database';

/** How often a node checks whether it leads: a leader that is gone is replaced within this time. */
const TICK_MS = 5000;

/** Work that is repeated once per period, on the node that leads. */
export abstract class LeaderJob implements BeforeApplicationShutdown {
  protected readonly log: Logger;
  private timer: NodeJS.Timeout | undefined;
  private isStopped = false;
  private underWay: Promise<void> | undefined;
  private nextRunMs = -Infinity;

  constructor(
    name: string,
    private readonly periodMs: number,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.log = new Logger(name);
  }

  /** Whether the settings ask for it. */
  protected abstract get isEnabled(): boolean;

  /**
   * One run; does nothing when it is not enabled. Must not throw.
   * @param mayContinue false when the node is stopping or another one leads: the run is to end then
   */
  protected abstract execute(mayContinue: () => Promise<boolean>): Promise<void>;

  /** Whether it is this node that runs it. */
  get leads(): boolean {
    return this.isEnabled && this.database.leads;
  }

  /** Runs it from now on, as the clock says. */
  start(): void {
    if (!this.isEnabled) return;
    this.timer = setInterval(() => void this.tick(), TICK_MS).unref();
    void this.tick();
  }

  /** Resolves when the run under way has ended. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    await this.underWay;
  }

  /** Starts a run, or joins the one under way. Never throws. */
  run(): Promise<void> {
    this.underWay ??= this.execute(async () => !this.isStopped && this.database.lead()).finally(
      () => (this.underWay = undefined),
    );
    return this.underWay;
  }

  /** Called by the timer: takes the lead where there is no leader, and runs when the period is over. Never throws. */
  async tick(): Promise<void> {
    if (this.underWay || this.isStopped || !(await this.database.lead())) return;
    const nowMs = this.clock.monotonicMs();
    if (nowMs < this.nextRunMs) return;
    this.nextRunMs = nowMs + this.periodMs;
    await this.run();
  }
}
