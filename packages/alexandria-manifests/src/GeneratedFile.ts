/**
 * A file of a generated repository.
 *
 * @public
 */
export interface GeneratedFile {
  /** Relative to the root, with `/` between folders. */
  path: string;
  content: string;
}
