/**
 * One side of a difference, fit to be shown.
 *
 * `absent`: it is not there. `unknown`: nobody can tell any more what was generated. `withheld`: it is or may be a secret.
 *
 * @public
 */
export type Shown =
  | { is: 'text'; text: string }
  | { is: 'absent' }
  | { is: 'unknown' }
  | { is: 'withheld' };

/**
 * A place that was changed by hand, and that the new answers change otherwise.
 *
 * @public
 */
export interface PlanConflict {
  /** The file. */
  path: string;
  /**
   * The place in it, by which it is decided: a value path such as `image.api.tag`, with `[name=api]` for items that have a name and
   * `document 2: ` in front where there are several; `line 12` of the present file; or empty for the whole file.
   */
  field: string;
  /** As it was generated. */
  base: Shown;
  /** As it is in the repository. */
  theirs: Shown;
  /** As the new answers give it. */
  ours: Shown;
  /** What would do. */
  remedy: string;
  /** Absent until somebody decides. */
  decision?: Decision['take'];
}

/**
 * What to do about a conflict.
 *
 * @public
 */
export interface Decision {
  path: string;
  /** As in the conflict; absent for every conflict in the file. One with a field wins over one without. */
  field?: string;
  /** `theirs` keeps what is in the repository, `ours` takes what the new answers give. */
  take: 'theirs' | 'ours';
}
