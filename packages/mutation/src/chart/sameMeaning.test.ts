import { parseAllDocuments } from 'yaml';
import type { Subject } from '../typescript/Subject';
import { sameMeaning } from './sameMeaning';

type Manifest = Record<string, unknown>;

/** The function of it that is used. */
const subject = {
  parseManifests: (text: string): Manifest[] =>
    parseAllDocuments(text)
      .map(document => document.toJS() as Manifest | null)
      .filter((manifest): manifest is Manifest => manifest !== null),
} as Partial<Subject> as Subject;

const release = { name: 'a', namespace: 'b' };
const values = { name: 'a case', values: {}, release };
const notes = { ...values, said: ['Open it\n'], unsaid: ['changeme'] };

const output = (text: string) => ({ ok: true as const, output: text });
const named = (name: string) => `metadata:\n  name: ${name}\n`;
const error = (text: string) => ({ ok: false as const, error: text });
const report = (...lines: string[]) =>
  error(`these values cannot be deployed:\n${lines.join('\n')}`);
const notesOf = (text: string) =>
  output(`kind: Notes\ntext: ${JSON.stringify(text)}\n`);

it.each([
  ['other space', output('---\nname: x\n'), output('---\nname:  x\n'), true],
  [
    'another order',
    output(`${named('x')}---\n${named('y')}a: 1\n`),
    output(`a: 1\n${named('y')}---\n${named('x')} \n`),
    true,
  ],
  [
    'another label',
    output(`${named('x')}  labels: {helm.sh/chart: a-1}\n`),
    output(`${named('x')}  labels: {helm.sh/chart: a-2}\n`),
    false,
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
