import { isDeepStrictEqual } from 'node:util';
import type { LineAnswer } from '@alexandriaproject/test-rig';
import type { NotesCase, ValuesCase } from '../corpus/Corpus';
import { reportOf } from '../corpus/renderChart';
import type { Subject } from '../typescript/Subject';

type Manifest = ReturnType<Subject['parseManifests']>[number];

const documents = (text: string) => text.split(/^---$/m);

/** What Kubernetes tells objects apart by. */
function identity({ apiVersion, kind, metadata }: Manifest): string {
  const { namespace, name } = (metadata ?? {}) as Manifest;
  return JSON.stringify([apiVersion, kind, namespace, name]);
}

/**
 * The same objects with all their labels, whatever the text and the order: only documents that are written otherwise are
 * read.
 */
function sameObjects(
  { parseManifests }: Subject,
  given: string,
  wanted: string,
): boolean {
  const only = (text: string, other: string) => {
    const known = new Set(documents(other));
    const objects = parseManifests(
      documents(text)
        .filter(document => !known.has(document))
        .join('---'),
    );
    return objects.sort((a, b) => identity(a).localeCompare(identity(b)));
  };
  try {
    return isDeepStrictEqual(only(given, wanted), only(wanted, given));
  } catch {
    return false;
  }
}

/** What the test of the notes asks of them. */
function saysTheSame(
  subject: Subject,
  output: string,
  { said, unsaid }: NotesCase,
): boolean {
  const notes = subject
    .parseManifests(output)
    .find(({ kind }) => kind === 'Notes');
  const text = String(notes?.text).trim();
  return (
    said.every(part => text.includes(part)) &&
    !unsaid.some(part => text.includes(part)) &&
    !/\n\n\n|[ \t]\n|<no value>/.test(text)
  );
}

const isNotes = (given: ValuesCase): given is NotesCase => 'said' in given;

/** Whether the suites would take what a changed chart answers for what it answered before. */
export function sameMeaning(
  subject: Subject,
  given: ValuesCase,
  answer: LineAnswer,
  wanted: LineAnswer,
): boolean {
  if (!answer.ok || !wanted.ok) {
    return (
      !answer.ok &&
      !wanted.ok &&
      isDeepStrictEqual(reportOf(answer.error), reportOf(wanted.error))
    );
  }
  if (answer.output === wanted.output) {
    return true;
  }
  return isNotes(given)
    ? saysTheSame(subject, answer.output, given)
    : sameObjects(subject, answer.output, wanted.output);
}
