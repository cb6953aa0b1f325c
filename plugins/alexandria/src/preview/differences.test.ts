import { applyPatch } from 'diff';
import type { EnvironmentPreview } from './EnvironmentPreview';
import { difference, differences } from './differences';

function environment(
  name: string,
  values: string,
  objects: Record<string, string>,
): EnvironmentPreview {
  return {
    name,
    stage: 'development',
    namespace: name,
    fingerprint: name,
    values: () => values,
    objects: () =>
      Object.entries(objects).map(([id, text]) => ({
        id,
        kind: id.split('/')[0],
        name: id.split('/')[1],
        yaml: () => text,
      })),
    manifests: () => Object.values(objects).join('---\n'),
    checklist: () => [],
  };
}

const lines = (...numbers: (number | string)[]) => `${numbers.join('\n')}\n`;

describe('difference', () => {
  it('is undefined for equal texts', () => {
    expect(difference('a', ['x', 'y'], 'same\n', 'same\n')).toBeUndefined();
  });

  it.each([
    {
      name: 'a changed line between three lines of context',
      before: lines(1, 2, 3, 4, 5, 6, 7, 8, 9),
      after: lines(1, 2, 3, 4, 'five', 6, 7, 8, 9),
      change: 'changed',
      blocks: [
        { sort: 'hunk', text: '@@ -2,7 +2,7 @@' },
        { sort: 'same', text: ' 2\n 3\n 4' },
        { sort: 'removed', text: '-5' },
        { sort: 'added', text: '+five' },
        { sort: 'same', text: ' 6\n 7\n 8' },
      ],
    },
    {
      name: 'lines that are new, in one block',
      before: lines('a'),
      after: lines('a', 'b', 'c'),
      change: 'changed',
      blocks: [
        { sort: 'hunk', text: '@@ -1,1 +1,3 @@' },
        { sort: 'same', text: ' a' },
        { sort: 'added', text: '+b\n+c' },
      ],
    },
    {
      name: 'something that was not there',
      before: undefined,
      after: lines('a', 'b'),
      change: 'added',
      blocks: [
        { sort: 'hunk', text: '@@ -0,0 +1,2 @@' },
        { sort: 'added', text: '+a\n+b' },
      ],
    },
    {
      name: 'something that is gone',
      before: lines('a'),
      after: undefined,
      change: 'removed',
      blocks: [
        { sort: 'hunk', text: '@@ -1,1 +0,0 @@' },
        { sort: 'removed', text: '-a' },
      ],
    },
  ])('shows $name', ({ before, after, change, blocks }) => {
    expect(difference('f', ['x', 'y'], before, after)).toMatchObject({
      change,
      blocks,
    });
  });

  it('gives a patch that makes the one out of the other', () => {
    const before = lines(...Array.from({ length: 40 }, (_, i) => i));
    const after = before.replace('\n3\n', '\nthree\n').replace('\n30\n', '\n');
    const found = difference('f.yaml', ['dev', 'prod'], before, after)!;
    expect(found.patch).toContain('--- dev/f.yaml\n+++ prod/f.yaml\n');
    expect(applyPatch(before, found.patch)).toBe(after);
  });
});

describe('differences', () => {
  const dev = environment('dev', 'a: 1\n', {
    'Service/api': 'same\n',
    'Deployment/api': 'replicas: 1\n',
    'PersistentVolumeClaim/data': 'gone\n',
  });
  const prod = environment('prod', 'a: 2\n', {
    'Service/api': 'same\n',
    'Deployment/api': 'replicas: 2\n',
    'Ingress/api': 'new\n',
  });

  it('goes object by object and leaves out what is the same', () => {
    expect(
      differences(dev, prod, 'manifests').map(({ id, change }) => [id, change]),
    ).toEqual([
      ['Deployment/api', 'changed'],
      ['PersistentVolumeClaim/data', 'removed'],
      ['Ingress/api', 'added'],
    ]);
  });

  it('compares values', () => {
    expect(differences(dev, prod, 'values')).toMatchObject([
      { id: 'values.yaml', change: 'changed' },
    ]);
  });

  it.each(['manifests', 'values'] as const)(
    'is empty for the %s of one environment',
    compared => {
      expect(differences(dev, dev, compared)).toEqual([]);
    },
  );
});
