import { copyFileSync, linkSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of one round. */
export interface Place {
  readonly folder: string;
  readonly file: string;
  /** For backups and files that are moved away; on the same disk. */
  readonly aside: string;
}

/**
 * One kind of damage to the files under load, and the repair by an operator after the service has stopped. With `isMended`,
 * every acknowledged change must then be there. Without it, the next start may refuse instead.
 */
export interface Harm {
  readonly act: (place: Place) => void;
  readonly mend?: (place: Place) => void;
  readonly isMended: boolean;
  /** The service is killed first, so that it cannot notice the damage. */
  readonly afterKill?: boolean;
}

const kept = ({ aside }: Place) => join(aside, 'kept');
const putBack = (place: Place) => renameSync(kept(place), place.file);
const overwritten = (place: Place) => copyFileSync(join(place.aside, 'backup'), place.file);

export const harms: Readonly<Record<string, Harm>> = {
  // A hard link keeps the removed file, so that its final content can be checked.
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

/** The disk is filled, and has free space again later. */
export const FULL = 'disk full';

/** Fills the disk completely. */
export function fill({ folder }: Place): void {
  for (const size of [65_536, 4096, 1])
    try {
      for (;;) writeFileSync(join(folder, 'filler'), Buffer.alloc(size), { flag: 'a' });
    } catch {
      continue;
    }
}
