import fc from 'fast-check';
import { isRecord, type Json } from '../../objects/read';
import { compareObject } from './compareObject';

type JsonMap = Record<string, Json>;

/** As far as a case reaches into a Deployment. */
interface Live extends JsonMap {
  metadata: { annotations?: Record<string, string>; [key: string]: Json };
  spec: {
    replicas: number;
    strategy: { type: string };
    template: {
      spec: {
        containers: {
          image: string;
          args: string[];
          env: { name: string; value?: string }[];
          resources: { requests: Record<string, string> };
        }[];
      };
    };
  };
}

const expected: JsonMap = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: {
    name: 'alexandria',
    namespace: 'library',
    labels: { 'app.kubernetes.io/name': 'alexandria-ee', team: 'payments' },
  },
  spec: {
    replicas: 2,
    strategy: { type: 'Recreate' },
    selector: { matchLabels: { app: 'alexandria' } },
    template: {
      metadata: {
        labels: { app: 'alexandria' },
        annotations: { 'checksum/config': 'a'.repeat(64) },
      },
      spec: {
        automountServiceAccountToken: false,
        terminationGracePeriodSeconds: 60,
        containers: [
          {
            name: 'api',
            image: 'ghcr.io/alexandriaproject/api:v1.2.0',
            args: ['--port', '8080'],
            env: [
              { name: 'LEVEL', value: 'info' },
              { name: 'EMPTY', value: '' },
            ],
            ports: [{ name: 'http', containerPort: 8080 }],
            resources: {
              requests: { cpu: '0.5', memory: '1024Mi' },
              limits: { memory: '2Gi' },
            },
            volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
          },
          { name: 'dashboard', image: 'ghcr.io/alexandriaproject/web:v1.2.0' },
        ],
        volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }],
      },
    },
  },
};

const clone = <T>(value: T): T => JSON.parse(JSON.stringify(value));

/** What an API server makes of it: defaults, other spellings, a status, lists in another order. */
function defaulted(object: JsonMap, extra: Json = 'Default'): JsonMap {
  const visit = (value: Json, path: string[]): Json => {
    if (Array.isArray(value)) {
      const items = value.map(item => visit(item, path));
      return path.at(-1) === 'args' ? items : items.reverse();
    }
    if (!isRecord(value)) {
      return value;
    }
    const entries = Object.entries(value)
      .filter(([key, inner]) => !(key === 'value' && inner === ''))
      .map(([key, inner]) => [key, visit(inner, [...path, key])]);
    return { ...Object.fromEntries(entries), defaultedBySomething: extra };
  };
  const live = clone(visit(object, [])) as JsonMap;
  const [, api] = (live as Live).spec.template.spec.containers;
  api.resources.requests.cpu = '500m';
  api.resources.requests.memory = '1Gi';
  return {
    ...live,
    status: { replicas: 1 },
    metadata: {
      ...(live.metadata as JsonMap),
      uid: 'one',
      resourceVersion: '1',
      annotations: { 'deployment.kubernetes.io/revision': '3' },
    },
  };
}

/** `managedFields` of these managers, each with the fields that it owns. */
const managed = (
  object: JsonMap,
  ...entries: [manager: string, fields: Json, more?: JsonMap][]
): JsonMap => ({
  ...object,
  metadata: {
    ...(object.metadata as JsonMap),
    managedFields: entries.map(([manager, fieldsV1, more], index) => ({
      ...{ manager, operation: 'Update', apiVersion: 'apps/v1' },
      ...{ fieldsType: 'FieldsV1', fieldsV1 },
      time: `2026-05-0${index + 1}T10:00:00Z`,
      ...more,
    })),
  },
});

/** What tells an item of a list from the others. */
function keyOfItem(item: JsonMap): JsonMap {
  if (item.containerPort) {
    return { containerPort: item.containerPort, protocol: 'TCP' };
  }
  return item.mountPath ? { mountPath: item.mountPath } : { name: item.name };
}

/** All fields of a value, as `fieldsV1` has them. */
function allFields(value: Json): JsonMap {
  if (Array.isArray(value)) {
    return Object.fromEntries(
      value
        .filter(isRecord)
        .map(item => [`k:${JSON.stringify(keyOfItem(item))}`, allFields(item)]),
    );
  }
  return isRecord(value)
    ? Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [
          `f:${key}`,
          allFields(inner),
        ]),
      )
    : {};
}

const { apiVersion, kind, metadata, ...content } = expected;
const byHelm: [string, Json] = ['helm', allFields(content)];

type Place = { path: string; parent: JsonMap; key: string };

/** Every single value that is asked for, with its path as it is told. */
function placesOf(value: Json, path = ''): Place[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => {
      const [[key, text]] = isRecord(item)
        ? Object.entries(keyOfItem(item))
        : [['', index]];
      return isRecord(item) ? placesOf(item, `${path}[${key}=${text}]`) : [];
    });
  }
  if (!isRecord(value)) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = /^[A-Za-z]+$/.test(key)
      ? `${path}${path && '.'}${key}`
      : `${path}["${key}"]`;
    return isRecord(inner) || Array.isArray(inner)
      ? placesOf(inner, here)
      : [{ path: here, parent: value, key }];
  });
}

/** A key that tells an item from the others is the item; the name of the object is not compared. */
const isEditable = ({ path, key, parent }: Place) =>
  path.startsWith('spec.') &&
  !['containerPort', 'mountPath'].includes(key) &&
  !(key === 'name' && !parent.containerPort && !parent.mountPath);

const pathsOf = (live: JsonMap, wanted = expected) =>
  compareObject(wanted, live).map(({ path }) => path);

describe('compareObject', () => {
  it('finds no difference in what the API server makes of an object', () => {
    fc.assert(
      fc.property(fc.jsonValue(), extra => {
        const live = defaulted(expected, extra);
        expect(compareObject(expected, live)).toEqual([]);
        expect(compareObject(expected, managed(live, byHelm))).toEqual([]);
      }),
    );
  });

  it('finds every edit of a field that is asked for, at its path, with its author', () => {
    const count = placesOf(expected).filter(isEditable).length;
    expect(count).toBeGreaterThan(15);
    fc.assert(
      fc.property(
        fc.nat(count - 1),
        fc.oneof(
          fc.integer({ min: 1_000 }).map(number => `x${number}`),
          fc.integer({ min: 100_000 }),
        ),
        (index, value) => {
          const live = clone(expected);
          const { path, parent, key } =
            placesOf(live).filter(isEditable)[index];
          parent[key] = value;
          const by = managed(live, byHelm, ['alice', allFields(live)]);
          expect(compareObject(expected, by)).toEqual([
            expect.objectContaining({
              ...{ path, change: 'changed' },
              writer: expect.objectContaining({ manager: 'alice' }),
            }),
          ]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('finds every field that is gone', () => {
    const places = placesOf(expected).filter(isEditable);
    for (const index of places.keys()) {
      const live = clone(expected);
      const { path, parent, key } = placesOf(live).filter(isEditable)[index];
      const isNothing = parent[key] === '';
      delete parent[key];
      expect(pathsOf(live)).toEqual(isNothing ? [] : [path]);
    }
  });

  it('takes any JSON', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.dictionary(fc.string(), fc.jsonValue()),
        (one, two) => {
          const differences = compareObject(one, two);
          expect(compareObject(one, one)).toEqual([]);
          expect(Array.isArray(differences)).toBe(true);
        },
      ),
    );
  });

  const ENV = 'spec.template.spec.containers[name=api].env[name=PROXY]';
  const withEnv = (): JsonMap => {
    const live = clone(expected);
    (live as Live).spec.template.spec.containers[0].env.push({
      name: 'PROXY',
      value: 'http://user:pw@proxy',
    });
    return live;
  };
  const envBy = (manager: string, more?: JsonMap): [string, Json, JsonMap?] => [
    manager,
    {
      'f:spec': {
        'f:template': {
          'f:spec': {
            'f:containers': {
              'k:{"name":"api"}': {
                'f:env': {
                  'k:{"name":"PROXY"}': {
                    '.': {},
                    'f:name': {},
                    'f:value': {},
                  },
                },
              },
            },
          },
        },
      },
    },
    more,
  ];

  it.each<[string, [string, Json, JsonMap?][], string[]]>([
    ['a person', [envBy('kubectl-edit')], [ENV]],
    ['somebody of any name', [envBy('alice')], [ENV]],
    ['an injector', [envBy('sidecar-injector')], []],
    ['an operator', [envBy('opentelemetry-operator')], []],
    ['nobody that is known', [], []],
    ['who deployed it, by an update', [envBy('helm')], []],
    [
      'who deployed it, by server-side apply',
      [envBy('helm', { operation: 'Apply' })],
      [ENV],
    ],
    [
      'who writes the status alone',
      [envBy('alice', { subresource: 'status' })],
      [],
    ],
  ])('tells what was added by %s', (_, entries, paths) => {
    const live = managed(withEnv(), byHelm, ...entries);
    expect(pathsOf(live)).toEqual(paths);
  });

  it('tells no value of a variable, of a command and of what looks like a credential', () => {
    const live = clone(expected) as Live;
    const [api] = live.spec.template.spec.containers;
    api.env[0].value = 'hunter2';
    api.args[1] = '--token=hunter2';
    live.spec.strategy.type = 'postgres://user:hunter2@db';
    const added = withEnv() as Live;
    added.spec.template.spec.containers[0].env.push(...api.env.slice(0, 1));
    const differences = [
      ...compareObject(expected, live),
      ...compareObject(expected, managed(added, byHelm, envBy('alice'))),
    ];
    expect(JSON.stringify(differences)).not.toMatch(/hunter2|info|pw@/);
    expect(differences.map(({ withheld }) => withheld)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it.each([
    ['kube-controller-manager', 'scale', []],
    ['keda-operator', 'scale', []],
    ['kubectl', 'scale', ['spec.replicas']],
    ['kube-controller-manager', undefined, ['spec.replicas']],
  ])(
    'takes the replicas that %s wrote through %s: %j',
    (name, through, paths) => {
      const live = clone(expected) as Live;
      live.spec.replicas = 7;
      const entry: [string, Json, JsonMap] = [
        name,
        { 'f:spec': { 'f:replicas': {} } },
        through === undefined ? {} : { subresource: through },
      ];
      expect(pathsOf(managed(live, byHelm, entry))).toEqual(paths);
    },
  );

  it('tells who wrote, how, through what and when', () => {
    const live = clone(expected) as Live;
    live.spec.replicas = 7;
    const entry: [string, Json, JsonMap] = [
      'kubectl',
      { 'f:spec': { 'f:replicas': {} } },
      { subresource: 'scale' },
    ];
    expect(compareObject(expected, managed(live, byHelm, entry))).toEqual([
      {
        path: 'spec.replicas',
        change: 'changed',
        expected: '2',
        live: '7',
        withheld: false,
        writer: {
          manager: 'kubectl',
          operation: 'Update',
          subresource: 'scale',
          at: '2026-05-02T10:00:00.000Z',
        },
      },
    ]);
  });

  it.each<[string, JsonMap, JsonMap, string[]]>([
    [
      'a rule that is gone, for the list is one value',
      { spec: { egress: [{ to: [] }, { ports: [{ port: 53 }] }] } },
      { spec: { egress: [{ ports: [{ port: 53 }] }] } },
      ['spec.egress'],
    ],
    [
      'a port of a rule',
      { spec: { egress: [{ ports: [{ port: 53, protocol: 'UDP' }] }] } },
      { spec: { egress: [{ ports: [{ port: 54, protocol: 'UDP' }] }] } },
      ['spec.egress[0].ports[0].port'],
    ],
    [
      'a selector that says everything',
      { spec: { ingress: [{ from: [{ namespaceSelector: {} }] }] } },
      { spec: { ingress: [{ from: [{}] }] } },
      ['spec.ingress[0].from[0].namespaceSelector'],
    ],
    [
      'an empty list that is not written',
      { spec: { ingress: [] } },
      { spec: {} },
      [],
    ],
  ])('finds in a NetworkPolicy %s', (_, asked, live, paths) => {
    expect(pathsOf(live, { kind: 'NetworkPolicy', ...asked })).toEqual(paths);
  });

  it('takes a mirror and a digest that admission added for the same image', () => {
    const live = clone(expected) as Live;
    live.spec.template.spec.containers[0].image = `mirror.example.com/api:v1.2.0@sha256:${'0'.repeat(
      64,
    )}`;
    expect(pathsOf(live)).toEqual([]);
  });

  it.each([
    'meta.helm.sh/release-name',
    'argocd.argoproj.io/tracking-id',
    'kubectl.kubernetes.io/last-applied-configuration',
  ])('does not tell what tools note, such as %s', key => {
    const live = clone(expected) as Live;
    live.metadata.annotations = { [key]: 'x', note: 'y' };
    const entry: [string, Json] = [
      'alice',
      { 'f:metadata': { 'f:annotations': { [`f:${key}`]: {}, 'f:note': {} } } },
    ];
    expect(pathsOf(managed(live, byHelm, entry))).toEqual([
      'metadata.annotations.note',
    ]);
  });
});
