import { parseAllDocuments } from 'yaml';
import type { Subject } from '../typescript/Subject';
import { sameMeaning } from './sameMeaning';

type Manifest = Record<string, unknown>;

/** The two functions of it that are used, for objects whose names differ. */
const subject = {
  parseManifests: (text: string): Manifest[] =>
    parseAllDocuments(text)
      .map(document => document.toJS() as Manifest | null)
      .filter((manifest): manifest is Manifest => manifest !== null),
  byIdentity: (manifests: readonly object[]) =>
    Object.fromEntries(
      (manifests as Manifest[]).map(manifest => [
        String(manifest.name),
        manifest,
      ]),
    ),
} as Partial<Subject> as Subject;

const release = { name: 'a', namespace: 'b' };
const values = { name: 'a case', values: {}, release };
const notes = { ...values, said: ['Open it\n'], unsaid: ['changeme'] };

const output = (text: string) => ({ ok: true as const, output: text });
const error = (text: string) => ({ ok: false as const, error: text });
const report = (...lines: string[]) =>
  error(`these values cannot be deployed:\n${lines.join('\n')}`);
const notesOf = (text: string) =>
  output(`kind: Notes\ntext: ${JSON.stringify(text)}\n`);

it.each([
  ['other space', output('---\nname: x\n'), output('---\nname:  x\n'), true],
  [
    'another order',
    output('name: x\n---\nname: y\na: 1\n'),
    output('name: y\na: 1\n---\nname: x\n'),
    true,
  ],
  [
    'another value',
    output('name: x\na: 1\n'),
    output('name: x\na: 2\n'),
    false,
  ],
  [
    'an object less',
    output('name: x\n'),
    output('name: x\n---\nname: y\n'),
    false,
  ],
  ['no YAML', output('a: [\n'), output('name: x\n'), false],
  ['a refusal', report('- a: b'), output('name: x\n'), false],
  ['none any more', output('name: x\n'), report('- a: b'), false],
  ['lines in another order', report('- c', '- a'), report('- a', '- c'), true],
  ['another line', report('- c'), report('- a'), false],
  ['another error', error('no'), report('- a'), false],
])('sameMeaning with %s', (_, answer, wanted, expected) => {
  expect(sameMeaning(subject, values, answer, wanted)).toBe(expected);
});

it.each([
  ['what is to be said', 'Open it\nOtherwise', true],
  ['something else', 'Open\n', false],
  ['what is not to be said', 'Open it\nchangeme', false],
  ['a gap', 'Open it\n\n\n\nOtherwise', false],
])('sameMeaning of notes with %s', (_, text, expected) => {
  expect(sameMeaning(subject, notes, notesOf(text), notesOf('Open it\n'))).toBe(
    expected,
  );
});
