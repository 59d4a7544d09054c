import { Inject, Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { MemoryTokenStore } from '../auth';
import { Database } from '../database';
import type { RequestOutcome } from '../http/server/log-requests';
import { RedisConnection } from '../redis';
import { LogOutput } from '../runtime/log-output';
import { VisitExpiry } from '../visits';

/** Metrics for Prometheus. Labels are action names and error codes, never values sent by a client. */
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
    gauge('gatehouse_writes_waiting', 'Write transactions running or waiting', () => database.waiting);
    gauge('gatehouse_leader', '1 on the node that runs the timed jobs, else 0', () => Number(expiry.leads));
    new Counter({
      name: 'gatehouse_visits_expired_total',
      help: 'Open visits that this node has expired',
      labelNames: ['outcome'],
      registers: [this.registry],
      collect() {
        this.reset();
        for (const outcome of ['rejected', 'ended'] as const) this.inc({ outcome }, expiry.totals[outcome]);
      },
    });
    this.countDropped(log);
    // In Redis, tokens cannot be counted apart from other keys.
    if (redis) gauge('gatehouse_redis_up', '1 while Redis takes commands, else 0', () => Number(redis.isUp));
    else gauge('gatehouse_tokens', 'Stored tokens, live or recently expired', () => tokens.size);
  }

  private countDropped(log: LogOutput): void {
    new Counter({
      name: 'gatehouse_log_lines_dropped_total',
      help: 'Log lines that could not be written',
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
