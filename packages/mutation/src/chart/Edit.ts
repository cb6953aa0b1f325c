/** A change of one place of a source. */
export interface Edit {
  /** What kind of change it is. */
  mutator: string;
  /** Offsets of what is replaced. */
  start: number;
  end: number;
  replacement: string;
}

/** The source after a change. */
export function applied(source: string, edit: Edit): string {
  return (
    source.slice(0, edit.start) + edit.replacement + source.slice(edit.end)
  );
}
