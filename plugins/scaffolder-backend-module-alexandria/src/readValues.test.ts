import { createMockDirectory } from '@backstage/backend-test-utils';
import { readValues, releaseOf } from './readValues';

const workspace = createMockDirectory();

describe('readValues', () => {
  beforeEach(() => {
    workspace.setContent({
      'a.yaml': 'service: {port: 81}\nfullnameOverride: a\n',
      'b.yaml': 'fullnameOverride: b\n',
    });
  });

  it.each([
    [{ valuesFiles: ['a.yaml', 'b.yaml'] }, 'b', 81],
    [{ valuesFiles: ['b.yaml', 'a.yaml'] }, 'a', 81],
    [
      { valuesFiles: ['a.yaml'], values: { fullnameOverride: 'inline' } },
      'inline',
      81,
    ],
    [
      {
        values: { fullnameOverride: 'inline' },
        set: [
          'fullnameOverride=first',
          'fullnameOverride=last,service.port=82',
        ],
      },
      'last',
      82,
    ],
  ])('layers %j', async (input, fullname, port) => {
    const read = await readValues(input, workspace.path);
    expect(read).toMatchObject({
      ok: true,
      value: { fullnameOverride: fullname, service: { port } },
    });
  });

  it('reports the problems of all layers at once', async () => {
    const read = await readValues(
      { valuesFiles: ['absent.yaml', '../up.yaml'], set: ['a[=1'] },
      workspace.path,
    );
    expect(read.ok).toBe(false);
    expect(!read.ok && read.issues.length).toBeGreaterThanOrEqual(3);
  });
});

describe('releaseOf', () => {
  it.each([
    [{}, { name: 'alexandria', namespace: 'alexandria' }],
    [
      { release: 'r', namespace: 'n' },
      { name: 'r', namespace: 'n' },
    ],
  ])('reads %j', (input, release) => {
    expect(releaseOf(input)).toEqual(release);
  });
});
