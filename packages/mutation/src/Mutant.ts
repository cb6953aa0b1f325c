/** One change of one place of a source file. */
export interface Mutant {
  /** Path within packages/alexandria-manifests, for example `src/objects/hpa.ts`. */
  file: string;
  /** From 1. */
  line: number;
  /** What kind of change it is, for example `ConditionalExpression`. */
  mutator: string;
  /** What stood there, with every run of white space as one space. */
  original: string;
  /** What stands there instead, written alike. */
  replacement: string;
}

/** A mutant, and what noticed it. */
export interface Verdict {
  mutant: Mutant;
  /** A case of the corpus, or a test file; undefined when nothing noticed. */
  killedBy: string | undefined;
}

/** Source on one line. */
export function oneLine(source: string): string {
  return source.replace(/\s+/g, ' ').trim();
}
