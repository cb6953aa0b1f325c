import { complete, instanceOf } from './__testUtils__/instances';
import { compareRepository } from './compareRepository';
import { generateRepository } from './generateRepository';
import { isReadOfRepository } from './readRepository';

type Delivery = NonNullable<typeof complete.delivery>;

const generated = (delivery: Delivery = {}) =>
  new Map(
    generateRepository(instanceOf({ ...complete, delivery }))
      .filter(({ path }) => isReadOfRepository(path))
      .map(({ path, content }) => [path, content]),
  );

function compared(
  change: (files: Map<string, string>) => void,
  delivery?: Delivery,
) {
  const files = generated(delivery);
  change(files);
  return compareRepository(files);
}

const VALUES = [...generated().keys()].find(path =>
  path.startsWith('values-'),
)!;

const edit =
  (path: string, change: (text: string) => string) =>
  (files: Map<string, string>) => {
    const before = files.get(path)!;
    const after = change(before);
    expect(after).not.toBe(before);
    files.set(path, after);
  };

describe('compareRepository', () => {
  it.each(['helm', 'kustomize', 'both'] as const)(
    'finds nothing in what the answers give: %s',
    manifests => {
      expect(compared(() => {}, { manifests })).toEqual({
        ...{ ok: true, value: [], warnings: [] },
      });
    },
  );

  it('tells the fields of a values file that were edited', () => {
    expect(
      compared(
        edit(VALUES, text =>
          `${text}\nfullnameOverride: other\nextraEnv:\n  - name: A\n    value: hunter2\n`.replace(
            /entityName: .*/,
            'entityName: another',
          ),
        ),
      ),
    ).toMatchObject({
      value: [
        {
          ...{ path: VALUES, change: 'changed' },
          fields: expect.arrayContaining([
            expect.objectContaining({
              ...{ path: 'backstage.entityName', change: 'changed' },
              live: 'another',
            }),
            {
              ...{ path: 'fullnameOverride', change: 'added' },
              ...{ live: 'other', withheld: false },
            },
            { path: 'extraEnv', change: 'added', withheld: true },
          ]),
        },
      ],
    });
  });

  it('tells files that were edited, are gone and were added', () => {
    expect(
      compared(files => {
        edit(
          'k8s/helm/alexandria-ee/values.yaml',
          text => `${text}\n# mine\n`,
        )(files);
        files.delete('k8s/helm/alexandria-ee/Chart.yaml');
        files.set('k8s/helm/alexandria-ee/templates/mine.yaml', 'a: b\n');
      }),
    ).toMatchObject({
      value: [
        { path: 'k8s/helm/alexandria-ee/Chart.yaml', change: 'removed' },
        { path: 'k8s/helm/alexandria-ee/templates/mine.yaml', change: 'added' },
        { path: 'k8s/helm/alexandria-ee/values.yaml', change: 'changed' },
      ],
    });
  });

  it('leaves to the team what is theirs', () => {
    const { value } = compared(
      files => {
        const own = [...files.keys()].find(path => path.includes('/patches/'))!;
        files.set(own, 'kind: Component\n');
        files.set(`${own}.more.yaml`, 'a: b\n');
      },
      { manifests: 'kustomize' },
    ) as { value: unknown };
    expect(value).toEqual([]);
  });

  it('says what keeps it from comparing', () => {
    expect(compareRepository(new Map())).toMatchObject({
      ok: false,
      issues: [{ path: '.alexandria/instance.yaml', message: 'is not there' }],
    });
  });
});
