import { Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Clock } from '../../shared/clock';
import { LicenceSource } from '../application/ports';
import { type LicenceReading, licenceStatus, type LicenceStatus } from '../domain/licence';
import { contentOf, type LicenceFiles, readContent } from './licence-files';

const POLL_MS = 1000;

/**
 * Reads the licence from two files, again every second. Unlike file system events, polling works for files that are
 * replaced, deleted, or on a mounted volume. Before the first reading, nothing is licensed.
 */
export class FileLicenceSource extends LicenceSource implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('Licence');
  private reading: LicenceReading = { kind: 'unreadable', problem: 'the licence file has not been read yet' };
  /** The content that produced `reading`. */
  private content: string | undefined;
  /** The content and state logged last. */
  private reported: string | undefined;
  private queue: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly files: LicenceFiles,
    private readonly clock: Clock,
  ) {
    super();
  }

  current(): LicenceReading {
    return this.reading;
  }

  async onModuleInit(): Promise<void> {
    await this.refresh();
    this.schedule();
  }

  onModuleDestroy(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** Reads both files and logs a change of their content or state. Concurrent calls run one after another. */
  refresh(): Promise<void> {
    this.queue = this.queue.then(() => this.read());
    return this.queue;
  }

  private async read(): Promise<void> {
    const found = await contentOf(this.files);
    const content = JSON.stringify(found);
    if (content !== this.content) {
      this.reading = await readContent(found);
      this.content = content;
    }
    const status = licenceStatus(this.reading, this.clock.now());
    const report = status.state + content;
    if (report === this.reported) return;
    this.reported = report;
    this.report(status);
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => void this.refresh().then(() => this.schedule()), POLL_MS).unref();
  }

  private report(status: LicenceStatus): void {
    const { state, problem, agendas, licensee, notBefore, expires } = status;
    if (problem) return this.logger.error(`the licence is ${state}: ${problem}. ${this.remedy()}`);
    const dates = `valid from ${notBefore?.toISOString()} until ${expires?.toISOString()}`;
    const licence = `the licence of ${JSON.stringify(licensee)}, ${dates},`;
    if (state !== 'valid') return this.logger.warn(`${licence} is ${state}. ${this.remedy()}`);
    if (agendas.length === 0) return this.logger.warn(`${licence} names no known agenda. ${this.remedy()}`);
    this.logger.log(`${licence} licenses ${agendas.join(', ')}`);
  }

  private remedy(): string {
    const { file, publicKeyFile } = this.files;
    return (
      'Nothing is licensed: every action but login answers 403/8. ' +
      `Put a valid licence into LICENCE_FILE (${file}), and the public key of its issuer into ` +
      `LICENCE_PUBLIC_KEY_FILE (${publicKeyFile}); they are read again within seconds, without a restart. ` +
      'Or start without both settings, for the community licence.'
    );
  }
}
