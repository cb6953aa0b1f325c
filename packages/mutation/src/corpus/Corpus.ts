import type { Release, Values } from '@alexandriaproject/alexandria-manifests';
import type { ModuleGraph } from '../typescript/ModuleGraph';

/** Values with the release they are for. */
export interface ValuesCase {
  name: string;
  values: unknown;
  release: Release;
}

/** Values, and what the chart's notes say of them and do not say. */
export interface NotesCase extends ValuesCase {
  said: string[];
  unsaid: string[];
}

/** The cases by which the suites of the package compare the chart with the renderer and the values model. */
export interface Corpus {
  accepted: ValuesCase[];
  broken: ValuesCase[];
  notes: NotesCase[];
  /** The values of both, over the defaults, as far as the model takes them. */
  complete: { values: Values; release: Release }[];
  /** The guard that each broken case is for. */
  guardIds: ReadonlySet<string>;
}

interface Accepted {
  name: string;
  values: unknown;
  release?: Release;
}

interface Broken {
  id: string;
  values: unknown;
  release?: Release;
}

const usual: Release = { name: 'alexandria', namespace: 'alexandria' };

/** Reads the cases from a build of the package. */
export function corpusOf(graph: ModuleGraph): Corpus {
  const { accepted } = graph.exports<{ accepted: Accepted[] }>(
    'oracle/corpus/accepted',
  );
  const { ciCases } = graph.exports<{ ciCases: Accepted[] }>(
    'oracle/__testUtils__/ciCases',
  );
  const { brokenByGuard, brokenByChecklist, meetsChecklist } = graph.exports<{
    brokenByGuard: Broken[];
    brokenByChecklist: Broken[];
    meetsChecklist: unknown;
  }>('oracle/corpus/broken');
  const { notesCases } = graph.exports<{
    notesCases: Omit<NotesCase, 'release'>[];
  }>('oracle/__testUtils__/notesCases');
  const broken = [...brokenByGuard, ...brokenByChecklist];
  const nth = (id: string, index: number) =>
    broken.slice(0, index + 1).filter(other => other.id === id).length;
  return {
    complete: graph.exports<{ completeCases: Corpus['complete'] }>(
      'oracle/__testUtils__/completeCases',
    ).completeCases,
    notes: notesCases.map(given => ({
      ...given,
      release: { name: 'alexandria', namespace: 'library' },
    })),
    guardIds: new Set(brokenByGuard.map(({ id }) => id)),
    accepted: [
      ...accepted,
      ...ciCases,
      { name: 'values that meet the checklist', values: meetsChecklist },
    ].map(({ name, values, release = usual }) => ({ name, values, release })),
    broken: broken.map(({ id, values, release = usual }, index) => ({
      name: `${id} ${nth(id, index)}`,
      values,
      release,
    })),
  };
}
