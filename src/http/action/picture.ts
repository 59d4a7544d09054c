export type PictureType = 'image/png' | 'image/svg+xml';

/** The result of an action that declares pictures: sent unchanged, in its own type, whatever `Accept` says. */
export interface Picture {
  readonly type: PictureType;
  readonly bytes: Buffer;
}
