import type { Corpus, ValuesCase } from '../corpus/Corpus';

/** The part of a chart in which a change of a template can be noticed, and what is asked of it. */
export interface Scope {
  name: string;
  /** Whether it has a template, by path within the chart. */
  keeps(template: string): boolean;
  /** Templates of our own. */
  adds: Readonly<Record<string, string>>;
  /** Where a template stands in it. */
  placed(path: string, content: string): { path: string; content: string };
  /** Those that are most likely to notice first. */
  cases(corpus: Corpus): ValuesCase[];
}

const NOTES = 'templates/NOTES.txt';

const isPartial = (template: string) => /\/_[^/]+$/.test(template);

const asIs: Scope['placed'] = (path, content) => ({ path, content });

/** The one with everything in it first. */
function acceptedFirst({ accepted }: Corpus): ValuesCase[] {
  const rich = ({ name }: ValuesCase) => Number(name.includes('everything'));
  return [...accepted].sort((a, b) => rich(b) - rich(a));
}

/** Writes what the notes say as an object, since a render gives objects only. */
const notes: Scope = {
  name: 'notes',
  keeps: template => isPartial(template) || template === NOTES,
  adds: {
    'templates/notes.yaml': `apiVersion: v1
kind: Notes
metadata:
  name: notes
text: {{ include "mutation.notes" . | toJson }}
`,
  },
  placed: (path, content) =>
    path === NOTES
      ? {
          path: 'templates/_notes-of-chart.tpl',
          content: `{{ define "mutation.notes" }}${content}{{ end }}`,
        }
      : { path, content },
  cases: corpus => corpus.notes,
};

/** Only what refuses values. */
const guards: Scope = {
  name: 'guards',
  keeps: isPartial,
  adds: { 'templates/guards.yaml': '{{ include "alexandria.guards" . }}\n' },
  placed: asIs,
  cases: corpus => [...corpus.broken, ...acceptedFirst(corpus)],
};

/** Everything, for what several objects are made of. */
const whole: Scope = {
  name: 'whole',
  keeps: template => template !== NOTES,
  adds: {},
  placed: asIs,
  cases: corpus => [...acceptedFirst(corpus), ...corpus.broken],
};

/** One template and what it includes; a broken case shows whether it asks the guards. */
const alone = (template: string): Scope => ({
  name: template,
  keeps: other => other === template || isPartial(other),
  adds: {},
  placed: asIs,
  cases: corpus => [...acceptedFirst(corpus), ...corpus.broken.slice(0, 1)],
});

/** Where a change of a template can be noticed. */
export function scopeOf(template: string): Scope {
  if (template === NOTES || template === 'templates/_notes.tpl') {
    return notes;
  }
  if (/\/_(guards|checklist)[^/]*$/.test(template)) {
    return guards;
  }
  return isPartial(template) ? whole : alone(template);
}
