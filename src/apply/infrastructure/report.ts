/** One thing of the file, or a parent that it implies, and what became of it. */
export interface Thing {
  readonly kind: 'activity type' | 'visit type' | 'org unit' | 'person' | 'user' | 'identifier';
  /** What it is referred to by. */
  readonly name: string;
  readonly outcome: 'created' | 'changed' | 'left';
  /** Members that differed, as the file calls them. */
  readonly members: readonly string[];
}

export interface ApplyReport {
  readonly things: readonly Thing[];
  /** Keys made for new users that the file gives none; known nowhere else. */
  readonly keys: readonly { readonly login: string; readonly key: string }[];
}
