import { parseInstance } from '@alexandriaproject/alexandria-manifests';
import { dev } from './__testUtils__/answers';
import { completeEnvironments } from './completeEnvironments';

const good = { name: 'dev', stage: 'development' };
const untagged = { name: 'prod', stage: 'production', host: 'a.acme.io' };

function namesOf(answers: object): string[] | undefined {
  const parsed = parseInstance(answers);
  return completeEnvironments(
    answers,
    parsed.ok ? [] : parsed.issues,
  )?.environments.map(({ name }) => name);
}

describe('completeEnvironments', () => {
  it.each<[string, object, string[] | undefined]>([
    ['all that are complete', { environments: [good] }, ['dev']],
    [
      'those without the one that waits for its image tag',
      { environments: [untagged, good] },
      ['dev'],
    ],
    ['none when all are incomplete', { environments: [untagged] }, undefined],
    [
      'none when something else is wrong too',
      { environments: [good, untagged], owner: '' },
      undefined,
    ],
    ['none without a list', { environments: 'dev' }, undefined],
  ])('%s', (_, change, expected) => {
    expect(namesOf({ ...dev, ...change })).toEqual(expected);
  });
});
