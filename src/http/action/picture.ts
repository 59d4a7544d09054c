export type PictureType = 'image/png' | 'image/svg+xml';

/** What an action answers that declares pictures: sent as it is, in its own type, whatever `Accept` says. */
export interface Picture {
  readonly type: PictureType;
  readonly bytes: Buffer;
}
