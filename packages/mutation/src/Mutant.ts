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
  /** The line on which it begins and the one above that is not empty, written alike: tells two alike places apart. */
  context: string;
}

/** A mutant, and what noticed it. */
export interface Verdict {
  mutant: Mutant;
  /** A case of the corpus, or a test file; undefined when nothing noticed. */
  killedBy: string | undefined;
}

/** What {@link Mutant.context} is at a line, from 1, of a source. */
export function contextAt(source: string, line: number): string {
  const [text, above = ''] = source
    .split('\n')
    .slice(0, line)
    .reverse()
    .filter((each, index) => index === 0 || each.trim() !== '');
  return oneLine(`${above} ${text}`);
}

/** Source on one line. */
export function oneLine(source: string): string {
  return source.replace(/\s+/g, ' ').trim();
}
