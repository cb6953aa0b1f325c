import type { Mutant } from '../Mutant';
import { contextAt, oneLine } from '../Mutant';

/** A mutant that is in the instrumented source already, and acts once its id is the active one. */
export interface SwitchedMutant extends Mutant {
  id: string;
}

/** Sources that hold all their mutants at once. */
export interface Instrumented {
  /** TypeScript by path. */
  sources: Map<string, string>;
  /** In the order in which they stand, file by file. */
  mutants: SwitchedMutant[];
}

const silent = () => {};
const logger = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => false,
  isFatalEnabled: () => false,
  trace: silent,
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  fatal: silent,
};

interface Position {
  line: number;
  column: number;
}

/** The text between two positions, whose lines and columns count from 0. */
function textBetween(source: string, start: Position, end: Position): string {
  const lines = source.split('\n').slice(start.line, end.line + 1);
  lines[lines.length - 1] = lines[lines.length - 1].slice(0, end.column);
  lines[0] = lines[0].slice(start.column);
  return lines.join('\n');
}

/**
 * Puts every mutant that Stryker makes of TypeScript sources into them, each behind a switch.
 *
 * @param sources - by path
 */
export async function instrument(
  sources: ReadonlyMap<string, string>,
): Promise<Instrumented> {
  const { Instrumenter } = await import('@stryker-mutator/instrumenter');
  const { files, mutants } = await new Instrumenter(logger).instrument(
    [...sources].map(([name, content]) => ({ name, content, mutate: true })),
    { plugins: null, excludedMutations: [], ignorers: [] },
  );
  return {
    sources: new Map(files.map(({ name, content }) => [name, content])),
    mutants: mutants.map(
      ({ id, fileName, location, mutatorName, replacement }) => ({
        id,
        file: fileName,
        line: location.start.line + 1,
        mutator: mutatorName,
        original: oneLine(
          textBetween(
            sources.get(fileName) ?? '',
            location.start,
            location.end,
          ),
        ),
        replacement: oneLine(replacement),
        context: contextAt(
          sources.get(fileName) ?? '',
          location.start.line + 1,
        ),
      }),
    ),
  };
}
