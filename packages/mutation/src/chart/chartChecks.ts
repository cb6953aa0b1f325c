import { isDeepStrictEqual } from 'node:util';
import type { HelmServer, LineAnswer } from '@alexandriaproject/test-rig';
import type { Corpus, NotesCase, ValuesCase } from '../corpus/Corpus';
import { renderChart, reportOf } from '../corpus/renderChart';
import type { Subject } from '../typescript/Subject';

/** One thing that holds of the chart as it is, asked of a copy of it. */
export interface ChartCheck {
  name: string;
  holds(helm: HelmServer, chart: string): Promise<boolean>;
}

/** A template that cannot be read at all: no mutant, as a program that does not compile is none. */
export class UnreadableTemplate extends Error {}

async function render(helm: HelmServer, chart: string, given: ValuesCase) {
  const answer = await renderChart(helm, chart, given);
  if (!answer.ok && answer.error.includes('parse error at')) {
    throw new UnreadableTemplate(answer.error);
  }
  return answer;
}

const documents = (text: string) => text.split(/^---$/m);

/** The same objects, whatever the text: only documents that are written otherwise are read. */
function sameObjects(subject: Subject, given: string, wanted: string): boolean {
  const { parseManifests, byIdentity } = subject;
  const only = (text: string, other: string) => {
    const known = new Set(documents(other));
    return byIdentity(
      parseManifests(
        documents(text)
          .filter(document => !known.has(document))
          .join('---'),
      ),
    );
  };
  try {
    return isDeepStrictEqual(only(given, wanted), only(wanted, given));
  } catch {
    return false;
  }
}

function accepted(subject: Subject, given: ValuesCase, wanted: LineAnswer) {
  if (!wanted.ok) {
    throw new Error(`the chart refuses ${given.name}: ${wanted.error}`);
  }
  return {
    name: `${given.name}: rendered`,
    async holds(helm: HelmServer, chart: string) {
      const answer = await render(helm, chart, given);
      return answer.ok && sameObjects(subject, answer.output, wanted.output);
    },
  };
}

function refused(given: ValuesCase, wanted: LineAnswer) {
  const report = wanted.ok ? undefined : reportOf(wanted.error);
  if (report === undefined) {
    throw new Error(`the chart does not refuse ${given.name}`);
  }
  return {
    name: `${given.name}: refused`,
    async holds(helm: HelmServer, chart: string) {
      const answer = await render(helm, chart, given);
      return !answer.ok && isDeepStrictEqual(reportOf(answer.error), report);
    },
  };
}

/** The notes reach us as the text of an object that a template of the copy writes. */
function noted(subject: Subject, { said, unsaid, ...given }: NotesCase) {
  return {
    name: `notes of ${given.name}`,
    async holds(helm: HelmServer, chart: string) {
      const answer = await render(helm, chart, given);
      if (!answer.ok) {
        return false;
      }
      const notes = subject
        .parseManifests(answer.output)
        .find(({ kind }) => kind === 'Notes');
      const text = String(notes?.text).trim();
      return (
        said.every(part => text.includes(part)) &&
        !unsaid.some(part => text.includes(part)) &&
        !/\n\n\n|[ \t]\n|<no value>/.test(text)
      );
    },
  };
}

/** What the chart says of the corpus, to be said by every copy that means the same. */
export async function chartChecks(
  subject: Subject,
  corpus: Corpus,
  helm: HelmServer,
  chart: string,
): Promise<{ objects: ChartCheck[]; notes: ChartCheck[] }> {
  const objects: ChartCheck[] = [];
  for (const given of corpus.accepted) {
    objects.push(
      accepted(subject, given, await renderChart(helm, chart, given)),
    );
  }
  for (const given of corpus.broken) {
    objects.push(refused(given, await renderChart(helm, chart, given)));
  }
  return {
    objects,
    notes: corpus.notes.map(given => noted(subject, given)),
  };
}
