import { join } from 'node:path';
import { KubernetesObject } from '@alexandriaproject/alexandria-manifests';
import { describeWithTools, helm, run } from '@alexandriaproject/test-rig';
import { parseAllDocuments } from 'yaml';
import { CANARY, cli, useFolder } from '../__testUtils__/cli';

const CHART = join(__dirname, '../../../alexandria-manifests/chart');
const folder = useFolder();

function read(yaml: string): KubernetesObject[] {
  return parseAllDocuments(yaml)
    .map(document => document.toJS())
    .filter(object => object !== null);
}

const ids = (objects: KubernetesObject[]) =>
  objects.map(({ kind, metadata }) => `${kind}/${metadata.name}`);

/** Values that add objects to those of the defaults. */
const FULL = `
auth: { existingSecret: alexandria-auth }
metrics: { enabled: true }
networkPolicy: { enabled: true }
ingress: { enabled: true, hosts: [{ host: library.example.com, paths: [{ path: / }] }] }
config: { webauthn: { rpId: library.example.com, rpOrigin: 'https://library.example.com' } }
`;

describe('render', () => {
  it('writes every object, in the release and namespace alexandria', async () => {
    const { code, stdout, stderr } = await cli(['render', '--values', '-'], '');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const objects = read(stdout);
    expect(ids(objects)).toEqual(
      expect.arrayContaining([
        'Service/alexandria',
        'Deployment/alexandria',
        'PersistentVolumeClaim/alexandria-data',
      ]),
    );
    expect(new Set(objects.map(({ metadata }) => metadata.namespace))).toEqual(
      new Set(['alexandria']),
    );
  });

  it('merges files and --set in their order, into another release', async () => {
    const { code, stdout } = await cli([
      ...['render', '--values'],
      folder.file('one.yaml', 'service: { port: 81 }\n'),
      folder.file('two.yaml', 'service: { port: 82 }\n'),
      ...['--set', 'service.port=83', '--release', 'other'],
      ...['--namespace', 'team', '--format', 'json'],
    ]);
    expect(code).toBe(0);
    const objects: KubernetesObject[] = JSON.parse(stdout);
    expect(objects.find(({ kind }) => kind === 'Service')).toMatchObject({
      metadata: { name: 'other', namespace: 'team' },
      spec: { ports: [{ port: 83 }] },
    });
  });

  it('writes the same objects as YAML and as JSON', async () => {
    const values = folder.file('values.yaml', FULL);
    const [yaml, json] = await Promise.all(
      ['yaml', 'json'].map(format =>
        cli(['render', '--values', values, '--format', format]),
      ),
    );
    expect(yaml.code).toBe(0);
    expect(read(yaml.stdout)).toEqual(JSON.parse(json.stdout));
  });

  it.each<[string, string, string[], string[]]>([
    [
      'the schema',
      `auth: { jwtSecret: { nested: ${CANARY} } }\nservice: { port: many }\nsurprise: 1\n`,
      [],
      ['auth.jwtSecret', 'service.port', 'surprise'],
    ],
    [
      'a guard',
      `replicaCount: 2\nauth: { jwtSecret: ${CANARY} }\n`,
      [],
      ['replicaCount'],
    ],
    [
      'the release',
      '',
      ['--release', 'Bad Name', '--namespace', 'Q/..'],
      ['release.name', 'release.namespace'],
    ],
  ])(
    'says every reason and writes nothing when %s rejects',
    async (_, values, args, paths) => {
      const { code, stdout, stderr } = await cli(
        ['render', '--values', '-', ...args],
        values,
      );
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      for (const path of paths) {
        expect(stderr).toContain(`error: ${path}: `);
      }
      expect(stderr).not.toContain(CANARY);
    },
  );
});

describeWithTools('render beside Helm', ['helm-4'], () => {
  /** The two labels that say who manages an object and from which chart it comes are Helm's own. */
  function comparable(objects: KubernetesObject[]) {
    return Object.fromEntries(
      objects.map(object => {
        const {
          'app.kubernetes.io/managed-by': manager,
          'helm.sh/chart': chart,
          ...labels
        } = object.metadata.labels ?? {};
        const key = `${object.kind}/${object.metadata.name}`;
        return [key, { ...object, metadata: { ...object.metadata, labels } }];
      }),
    );
  }

  const template = async (values: string, flags: string[]) =>
    read(
      (
        await run(await helm(4), [
          ...['template', 'library', CHART, '--namespace', 'team'],
          ...['--values', values, ...flags],
        ])
      ).stdout,
    );

  it.each([
    ['no values', ''],
    ['many values', FULL],
  ])('writes what helm template writes for %s', async (_, content) => {
    const values = folder.file('values.yaml', content);
    const { code, stdout } = await cli([
      ...['render', '--values', values],
      ...['--release', 'library', '--namespace', 'team'],
    ]);
    expect(code).toBe(0);
    const peer = await template(values, ['--no-hooks', '--skip-tests']);
    expect(peer.length).toBeGreaterThan(5);
    expect(comparable(read(stdout))).toEqual(comparable(peer));
  });

  it('leaves hooks to Helm, which alone runs them', async () => {
    const values = folder.file('values.yaml', '');
    const { stdout } = await cli(['render', '--values', values]);
    const ours = read(stdout);
    const hooks = (await template(values, [])).filter(
      ({ metadata }) => metadata.annotations?.['helm.sh/hook'],
    );
    expect(hooks.length).toBeGreaterThan(0);
    expect(
      ours.filter(({ metadata }) => metadata.annotations?.['helm.sh/hook']),
    ).toEqual([]);
  });
});
