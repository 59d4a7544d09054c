import { setTimeout as wait } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import type { ServerLocation } from '../../config/app-config';

/** The keys of the advisory lock: "Gths" and 1. Two-key locks do not collide with one-key locks. */
const LEADER = [0x47746873, 1];

/** The client waits a little longer than the server, so that it gets the error message of the server. */
const ANSWER_MS = 500;

/** A leader that is silent for so long, frozen or cut off, loses the lead: the server closes its connection. */
const SILENCE_MS = 15_000;

/**
 * The leader among the nodes of a database is the one whose session holds an advisory lock. The session has a separate
 * connection, and the lock ends with it.
 */
export class Leadership {
  private readonly log = new Logger('Database');
  private client: Client | undefined;
  /** The connection that has the lock. */
  private holder: Client | undefined;
  private seeking: Promise<boolean> | undefined;
  private isGivenUp = false;
  /** Whether the last attempt failed with an error. */
  private isUnable = false;

  constructor(
    private readonly server: ServerLocation,
    private readonly silenceMs = SILENCE_MS,
  ) {}

  get isHeld(): boolean {
    return this.holder !== undefined && this.holder === this.client;
  }

  /** Takes the lock if it is free. If this node has it, checks that its session is alive. */
  seek(): Promise<boolean> {
    this.seeking ??= this.attempt().finally(() => (this.seeking = undefined));
    return this.seeking;
  }

  /** Does not wait for a silent server. */
  async giveUp(): Promise<void> {
    this.isGivenUp = true;
    await this.seeking;
    const { client } = this;
    this.client = undefined;
    await Promise.race([client?.end(), wait(ANSWER_MS, undefined, { ref: false })]);
  }

  private async attempt(): Promise<boolean> {
    if (this.isGivenUp) return false;
    try {
      this.client ??= await this.connected();
      const { client } = this;
      if (this.isHeld) await client.query('SELECT 1');
      else if (await this.takesLock(client)) {
        this.holder = client;
        this.log.log('this node is the leader');
      }
      this.isUnable = false;
    } catch (error) {
      this.fail(error);
    }
    return this.isHeld;
  }

  private async takesLock(client: Client): Promise<boolean> {
    const { rows } = await client.query<{ locked: boolean }>(
      `SELECT set_config('idle_session_timeout', $3, FALSE), pg_try_advisory_lock($1, $2) AS locked`,
      [...LEADER, String(this.silenceMs)],
    );
    return rows[0]?.locked ?? false;
  }

  private async connected(): Promise<Client> {
    const { url, connectTimeoutMs, statementTimeoutMs } = this.server;
    const client = new Client({
      connectionString: url,
      application_name: 'gatehouse leader',
      keepAlive: true,
      connectionTimeoutMillis: connectTimeoutMs,
      statement_timeout: statementTimeoutMs,
      query_timeout: statementTimeoutMs + ANSWER_MS,
    });
    // An error event without a listener would end the process.
    client.on('error', () => this.lose(client));
    client.on('end', () => this.lose(client));
    await client.connect();
    return client;
  }

  /** Logs the reason once, and not at every attempt. */
  private fail(error: unknown): void {
    const { client, isHeld, isUnable } = this;
    this.isUnable = true;
    if (client) this.lose(client);
    client?.end().catch(() => undefined);
    if (isHeld || isUnable) return;
    const reason = error instanceof Error ? error.message : String(error);
    this.log.warn({ msg: 'this node could not be the leader if it had to', reason });
  }

  private lose(client: Client): void {
    if (this.client !== client) return;
    if (this.isHeld) this.log.warn('this node is the leader no more: its connection was lost');
    this.client = undefined;
  }
}
