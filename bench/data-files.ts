import {
  constants,
  copyFileSync,
  existsSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Amounts, amountsFor } from './amounts';
import { Connection } from './connection';
import { generate } from './data';

/** Called from time to time with the progress of a task. */
export type Progress = (what: string, done: number, total: number) => void;

/** A generated database, and the ids of its visits in state 5, in order of creation, concatenated in ASCII. */
export interface VisitsFile {
  file: string;
  ids: Buffer;
}

/** Databases that are generated on first use. Contenders that write use copies. */
export class DataFiles {
  /** @param folder may contain files of an earlier run, which are reused */
  constructor(
    private readonly folder: string,
    private readonly seed: number,
  ) {
    mkdirSync(folder, { recursive: true });
  }

  async of(amounts: Amounts, progress: Progress): Promise<string> {
    const { persons, visitors, visits, open } = amounts;
    const size = [visits, open ?? 'some', visitors, persons, this.seed].join('-');
    const file = join(this.folder, `visits-${size}.sqlite`);
    if (existsSync(file)) return file;
    const draft = `${file}.new`;
    rmSync(draft, { force: true });
    await generate(draft, amounts, this.seed, (done, total) => progress('making rows', done, total));
    renameSync(draft, file);
    return file;
  }

  /** @param open how many of the visits are in state 5 */
  async withOpenVisits(visits: number, open: number, progress: Progress): Promise<VisitsFile> {
    const file = await this.of(amountsFor(visits, open), progress);
    const connection = new Connection(file);
    try {
      const ids = await connection.text(
        `SELECT group_concat(id, '') FROM (SELECT id FROM visit WHERE state = 5 ORDER BY seq)`,
      );
      return { file, ids: Buffer.from(ids, 'latin1') };
    } finally {
      await connection.close();
    }
  }
}

/** Copies a closed database into the page cache and flushes it, so that no delayed writes fall into the run. */
export function copyDatabase(from: string, to: string): void {
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
  const handle = openSync(to, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}
