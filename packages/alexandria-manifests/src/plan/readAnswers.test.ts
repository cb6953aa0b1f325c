import { generateRepository } from '../repository/generateRepository';
import { readAnswers } from './readAnswers';
import {
  complete,
  instanceOf,
  minimal,
} from '../repository/__testUtils__/instances';

const PATH = '.alexandria/instance.yaml';

const filesOf = (...given: Parameters<typeof instanceOf>) =>
  new Map(
    generateRepository(instanceOf(...given)).map(({ path, content }) => [
      path,
      content,
    ]),
  );

describe('readAnswers', () => {
  it.each([
    ['the least', minimal],
    ['everything', complete],
  ])(
    'gives back the answers that a repository was made from: %s',
    (_, answers) => {
      expect(readAnswers(filesOf(answers))).toMatchObject({
        ok: true,
        value: instanceOf(answers),
      });
    },
  );

  const written = filesOf(minimal).get(PATH)!;
  it.each<[string, string | undefined, RegExp]>([
    ['absent', undefined, /is not there/],
    ['no YAML', 'a: [', /is not accepted/],
    ['without a version', 'answers: {}', /not what the generator writes/],
    [
      'of a later version',
      written.replace('schemaVersion: 1', 'schemaVersion: 7'),
      /later version: .* 7/,
    ],
    [
      'with an answer that is not accepted',
      written.replace('stage: development', 'stage: dev'),
      /environments\[0\]\.stage/,
    ],
  ])('refuses a record that is %s', (_, text, message) => {
    const read = readAnswers(new Map(text === undefined ? [] : [[PATH, text]]));
    expect(read).toMatchObject({
      ok: false,
      issues: [{ path: PATH, message: expect.stringMatching(message) }],
    });
  });
});
