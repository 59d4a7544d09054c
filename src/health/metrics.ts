import { Inject, Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { MemoryTokenStore } from '../auth';
import { Database } from '../database';
import type { RequestOutcome } from '../http/server/log-requests';
import { RedisConnection } from '../redis';
import { LogOutput } from '../runtime/log-output';
import { VisitExpiry } from '../visits';

/** Numbers for Prometheus. Labels are action names and error codes, never what a client sent. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly seconds = new Histogram({
    name: 'gatehouse_request_seconds',
    help: 'Time from the first byte of a request to the last of its answer',
    labelNames: ['action', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });
  private readonly refusals = new Counter({
    name: 'gatehouse_refusals_total',
    help: 'Refused requests by error of the catalogue',
    labelNames: ['error'],
    registers: [this.registry],
  });

  constructor(
    database: Database,
    tokens: MemoryTokenStore,
    @Inject(RedisConnection) redis: RedisConnection | undefined,
    expiry: VisitExpiry,
    log: LogOutput,
  ) {
    collectDefaultMetrics({ register: this.registry });
    const gauge = (name: string, help: string, value: () => number) =>
      new Gauge({
        name,
        help,
        registers: [this.registry],
        collect() {
          this.set(value());
        },
      });
    gauge('gatehouse_writes_waiting', 'Changes under way or waiting for their turn', () => database.waiting);
    gauge('gatehouse_leader', '1 on the node that does what the clock asks for, else 0', () =>
      Number(expiry.leads),
    );
    new Counter({
      name: 'gatehouse_visits_expired_total',
      help: 'Visits that nobody had closed, closed by this node',
      labelNames: ['outcome'],
      registers: [this.registry],
      collect() {
        this.reset();
        for (const outcome of ['rejected', 'ended'] as const) this.inc({ outcome }, expiry.totals[outcome]);
      },
    });
    this.countDropped(log);
    // Redis does not count the tokens among its keys.
    if (redis)
      gauge('gatehouse_redis_up', '1 while Redis takes what it is asked, else 0', () => Number(redis.isUp));
    else gauge('gatehouse_tokens', 'Tokens remembered, live or lately expired', () => tokens.size);
  }

  private countDropped(log: LogOutput): void {
    new Counter({
      name: 'gatehouse_log_lines_dropped_total',
      help: 'Lines of the log that could not be written',
      registers: [this.registry],
      collect() {
        this.reset();
        this.inc(log.dropped);
      },
    });
  }

  observe({ action, status, errorCode, ms }: RequestOutcome): void {
    this.seconds.observe({ action: action ?? 'none', status }, ms / 1000);
    if (errorCode !== null) this.refusals.inc({ error: errorCode });
  }
}
