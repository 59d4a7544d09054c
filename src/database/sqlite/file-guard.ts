import { Logger } from '@nestjs/common';
import { StorageFault } from '../storage-fault';
import type { FileMarker } from './file-marker';
import type { FileWatch, Loss } from './file-watch';

const remedies: Readonly<Record<Loss['kind'], string>> = {
  moved: 'stop the service, put the file back that was there, with its -wal, and start again',
  log: 'what it held is copied into the file: stop the service and start again',
  harmed: 'stop the service, put a backup in the place of the file, and remove -wal, -shm and -open',
};

/** Refuses all changes once the files are no longer what they were: an acknowledged change would be lost. */
export class FileGuard {
  private loss: Loss | undefined;
  private isNoted = false;

  /** @param copyAll copies into the file what SQLite still has of the log; returns whether that was all */
  constructor(
    private readonly file: string,
    private readonly watch: FileWatch,
    private readonly marker: FileMarker,
    private readonly copyAll: () => Promise<boolean>,
  ) {}

  /** Whether the files have to stay as they are until the operator looks at them. */
  get isToBeLeft(): boolean {
    return this.loss !== undefined && this.loss.kind !== 'log';
  }

  /** Before a change. @throws StorageFault */
  async refuseLost(): Promise<void> {
    if (await this.isLost()) throw new StorageFault('storage unavailable', this.cause());
  }

  /** After a commit, before it is reported. @throws StorageFault if it may have gone into a lost file */
  async confirm(): Promise<void> {
    if (await this.isLost()) throw new StorageFault('outcome unknown', this.cause());
    if (this.isNoted || !this.watch.hasLog) return;
    this.isNoted = true;
    this.marker.noteWritten();
  }

  close(): void {
    this.watch.close();
  }

  private async isLost(): Promise<boolean> {
    const loss = await this.watch.look();
    if (loss && !this.loss) {
      this.loss = loss;
      await this.report(loss);
    }
    return loss !== undefined;
  }

  private async report({ kind, problem }: Loss): Promise<void> {
    const log = new Logger('Database');
    log.error({ msg: `${this.file} ${problem}: changes are refused; ${remedies[kind]}` });
    try {
      if (kind === 'harmed') this.marker.noteHarm(problem);
      // If everything was removed, the next start would create an empty database.
      if (kind === 'moved') this.marker.keep();
      if (kind === 'log' && (await this.copyAll())) this.marker.lift();
    } catch (error) {
      log.warn({ msg: `no mark could be left beside ${this.file}`, reason: (error as Error).message });
    }
  }

  private cause(): Error {
    return new Error(`${this.file} ${this.loss?.problem ?? ''}`);
  }
}
