import { copyFileSync, linkSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of one round. */
export interface Place {
  readonly folder: string;
  readonly file: string;
  /** Holds a backup and whatever else is put aside; on the same disk. */
  readonly aside: string;
}

/**
 * One thing that is done to the files under load, and what an operator does about it once the service has stopped.
 * `isMended`: afterwards, everything that was acknowledged must be there. Elsewhere the next start may refuse instead.
 */
export interface Harm {
  readonly act: (place: Place) => void;
  readonly mend?: (place: Place) => void;
  readonly isMended: boolean;
  /** The service is killed first, so that nobody is there to notice. */
  readonly afterKill?: boolean;
}

const kept = ({ aside }: Place) => join(aside, 'kept');
const putBack = (place: Place) => renameSync(kept(place), place.file);
const overwritten = (place: Place) => copyFileSync(join(place.aside, 'backup'), place.file);

export const harms: Readonly<Record<string, Harm>> = {
  // A second name stands for what undeletes a file: only so can be told what went into it.
  removed: {
    act: place => {
      linkSync(place.file, kept(place));
      rmSync(place.file);
    },
    mend: putBack,
    isMended: true,
  },
  moved: { act: place => renameSync(place.file, kept(place)), mend: putBack, isMended: true },
  replaced: {
    act: place => {
      linkSync(place.file, kept(place));
      copyFileSync(join(place.aside, 'backup'), join(place.aside, 'other'));
      renameSync(join(place.aside, 'other'), place.file);
    },
    mend: putBack,
    isMended: true,
  },
  'folder moved': {
    act: place => renameSync(place.folder, kept(place)),
    mend: place => renameSync(kept(place), place.folder),
    isMended: true,
  },
  'log removed': { act: place => rmSync(`${place.file}-wal`), isMended: true },
  'index removed': { act: place => rmSync(`${place.file}-shm`), isMended: true },
  overwritten: { act: overwritten, isMended: false },
  emptied: { act: place => truncateSync(place.file), isMended: false },
  'cut off': { act: place => truncateSync(place.file, 65_536), isMended: false },
  'header overwritten': {
    act: place => writeFileSync(place.file, Buffer.alloc(100, 0xff), { flag: 'r+' }),
    isMended: false,
  },
  'log emptied': { act: place => truncateSync(`${place.file}-wal`), isMended: false },
  'log cut off': { act: place => truncateSync(`${place.file}-wal`, 8272), isMended: false },
  'log emptied after a kill': {
    act: place => truncateSync(`${place.file}-wal`),
    isMended: false,
    afterKill: true,
  },
  'replaced after a kill': {
    act: place => rmSync(place.file),
    mend: overwritten,
    isMended: false,
    afterKill: true,
  },
};

/** On a disk of its own that is filled, and has room again later. */
export const FULL = 'disk full';

/** Until nothing more goes onto the disk. */
export function fill({ folder }: Place): void {
  for (const size of [65_536, 4096, 1])
    try {
      for (;;) writeFileSync(join(folder, 'filler'), Buffer.alloc(size), { flag: 'a' });
    } catch {
      continue;
    }
}
