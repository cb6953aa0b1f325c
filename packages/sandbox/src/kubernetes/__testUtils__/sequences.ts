import type { Answer, Asked } from '../ApiClient';
import { chartObjects } from './chartObjects';

const JSON_PATCH = { 'content-type': 'application/json-patch+json' };
export const MERGE = { 'content-type': 'application/merge-patch+json' };
const STRATEGIC = { 'content-type': 'application/strategic-merge-patch+json' };
const APPLY = { 'content-type': 'application/apply-patch+yaml' };

export const METADATA = {
  accept: 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1',
};
const METADATA_LIST = {
  accept: 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1',
};

export const MAPS = '/api/v1/namespaces/library/configmaps';
export const SECRETS = '/api/v1/namespaces/library/secrets';
export const CERTIFICATES = '/apis/cert-manager.io/v1/certificates';
export const DEPLOYMENTS = '/apis/apps/v1/namespaces/library/deployments';

export const map = (
  name: string,
  labels: object = {},
  data: object = { a: '1' },
) => ({
  ...{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, labels }, data },
});

const secret = (name: string, stringData: object) => ({
  ...{ apiVersion: 'v1', kind: 'Secret', metadata: { name }, stringData },
});

const deployment = (more: object = {}, metadata: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', ...metadata },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: {
        containers: [
          {
            name: 'web',
            image: 'example.com/web:1',
            ports: [{ containerPort: 80 }],
          },
        ],
      },
    },
    ...more,
  },
});

export const post = (path: string, body: object): Asked => ({
  ...{ method: 'POST', path, body },
});

const put = (path: string, body: object): Asked => ({
  ...{ method: 'PUT', path, body },
});

export const patch = (
  path: string,
  headers: Record<string, string>,
  body: unknown,
): Asked => ({ method: 'PATCH', path, headers, body });

const applied = (path: string, manager: string, body: object, more = '') =>
  patch(`${path}?fieldManager=${manager}${more}`, APPLY, body);

/** What is asked one after the other; a later request may be made from earlier answers. */
export type Step = Asked | ((earlier: readonly Answer[]) => Asked);

export const bodyOf = ({ body }: Answer) =>
  body as {
    metadata: { continue: string; resourceVersion: string; uid: string };
  };

const page = (path: string, headers: Record<string, string> = {}): Step[] => [
  { path, headers },
  earlier => ({
    path: `${path}&continue=${
      bodyOf(earlier[earlier.length - 1]).metadata.continue
    }`,
    headers,
  }),
];

/** What both are asked, and what it is about. */
export const sequences: [string, Step[]][] = [
  [
    'lists',
    [
      { path: MAPS },
      { path: '/apis/apps/v1/deployments' },
      { path: CERTIFICATES },
      ...['a', 'b', 'c', 'd', 'e'].map(name =>
        post(MAPS, map(name, { part: name < 'c' ? 'one' : 'two' })),
      ),
      ...page(`${MAPS}?limit=2`),
      ...page(`${MAPS}?limit=1&labelSelector=part=one`),
      ...page('/api/v1/configmaps?limit=2&labelSelector=part%20in%20(one,two)'),
      { path: `${MAPS}?labelSelector=part!=one,part` },
      { path: `${MAPS}?labelSelector=part%20notin%20(two)` },
      { path: `${MAPS}?labelSelector=!part` },
      { path: `${MAPS}?labelSelector=part==two&limit=500&resourceVersion=0` },
      { path: `${MAPS}?fieldSelector=metadata.name=b` },
      { path: `${MAPS}?fieldSelector=metadata.name!=b&limit=2` },
    ],
  ],
  [
    'what cannot be listed',
    [
      { path: `${MAPS}?labelSelector=a%20b` },
      { path: `${MAPS}?fieldSelector=data.a=1` },
      { path: `${MAPS}?limit=x` },
      { path: `${MAPS}?continue=x` },
      { path: '/api/v1/nothings' },
      { path: '/apis/apps/v1/nothings' },
      { path: '/apis/nothing.example.com/v1/things' },
      { path: '/nothing' },
      { path: MAPS, headers: { accept: 'application/xml' } },
    ],
  ],
  [
    'metadata alone',
    [
      post(SECRETS, secret('keys', { one: '1', two: '2' })),
      { path: `${SECRETS}/keys`, headers: METADATA },
      { path: `${SECRETS}/none`, headers: METADATA },
      { path: SECRETS, headers: METADATA_LIST },
      { path: `${SECRETS}?limit=1`, headers: METADATA_LIST },
      { path: `${SECRETS}/keys`, headers: METADATA_LIST },
      {
        path: `${SECRETS}/keys`,
        headers: { accept: `${METADATA.accept},application/json` },
      },
      {
        path: `${SECRETS}/keys`,
        headers: {
          accept: 'application/json;as=PartialObjectMetadata;g=other;v=v1',
        },
      },
    ],
  ],
  [
    'events about an object',
    [
      post('/api/v1/namespaces/library/events', {
        apiVersion: 'v1',
        kind: 'Event',
        metadata: { name: 'web.1', namespace: 'library' },
        involvedObject: { kind: 'Pod', namespace: 'library', name: 'web-1' },
        ...{ reason: 'BackOff', type: 'Warning', message: 'again', count: 3 },
        firstTimestamp: '2026-01-01T00:00:00Z',
        lastTimestamp: '2026-01-01T00:01:00Z',
        source: { component: 'kubelet' },
      }),
      {
        path: '/api/v1/namespaces/library/events?fieldSelector=involvedObject.kind=Pod,involvedObject.name=web-1',
      },
      {
        path: '/api/v1/events?limit=5&fieldSelector=involvedObject.name=web-1,type=Warning',
      },
      {
        path: '/api/v1/namespaces/library/events?fieldSelector=involvedObject.name=web-2',
      },
      {
        path: '/api/v1/namespaces/library/events?fieldSelector=message=again',
      },
    ],
  ],
  [
    'creating, changing and deleting',
    [
      post(MAPS, map('first', {}, { a: '1', b: '2' })),
      post(MAPS, map('first')),
      { path: `${MAPS}/first` },
      { path: `${MAPS}/none` },
      put(`${MAPS}/first`, map('first', { is: 'put' }, { a: '2' })),
      put(`${MAPS}/first`, {
        ...map('first'),
        metadata: { name: 'first', resourceVersion: '1' },
      }),
      put(`${MAPS}/none`, map('none')),
      patch(`${MAPS}/first`, MERGE, { data: { a: null, c: '3' } }),
      patch(`${MAPS}/first`, STRATEGIC, {
        metadata: { labels: { is: 'patched' } },
      }),
      patch(`${MAPS}/first`, JSON_PATCH, [
        { op: 'replace', path: '/data/c', value: '4' },
      ]),
      patch(`${MAPS}/none`, MERGE, { data: { a: '1' } }),
      patch(`${MAPS}/first`, MERGE, {}),
      { method: 'DELETE', path: `${MAPS}/first` },
      { method: 'DELETE', path: `${MAPS}/first` },
      post(MAPS, map('second', { is: 'old' })),
      post(MAPS, map('third')),
      { method: 'DELETE', path: `${MAPS}?labelSelector=is=old` },
      { path: MAPS },
      { method: 'PUT', path: MAPS, body: map('first') },
    ],
  ],
  [
    'what cannot be created',
    [
      post('/api/v1/namespaces/nowhere/configmaps', map('a')),
      post(MAPS, map('Not_A_Name')),
      post(MAPS, { ...map('a'), metadata: { name: 'a', namespace: 'other' } }),
      post(MAPS, { apiVersion: 'v1', kind: 'ConfigMap', metadata: {} }),
      post(DEPLOYMENTS, {
        ...deployment({ selector: { matchLabels: { app: 'other' } } }),
      }),
      patch(`${MAPS}/a`, { 'content-type': 'application/xml' }, '<a/>'),
      patch(`${MAPS}/a`, APPLY, map('a')),
      patch(`${MAPS}/a?fieldManager=me`, APPLY, {
        ...map('a'),
        metadata: { name: 'b' },
      }),
    ],
  ],
  [
    'server-side apply',
    [
      applied(`${DEPLOYMENTS}/web`, 'one', deployment({ replicas: 2 })),
      applied(`${DEPLOYMENTS}/web`, 'one', deployment({ replicas: 2 })),
      applied(`${DEPLOYMENTS}/web`, 'two', deployment({ replicas: 3 })),
      applied(`${DEPLOYMENTS}/web`, 'two', deployment({ replicas: 2 })),
      applied(
        `${DEPLOYMENTS}/web`,
        'two',
        deployment({ replicas: 4, paused: true }),
        '&force=true',
      ),
      // What is not applied any more goes, and what others still apply stays.
      applied(`${DEPLOYMENTS}/web`, 'two', deployment()),
      applied(`${DEPLOYMENTS}/web`, 'one', deployment()),
      applied(`${MAPS}/applied`, 'one', map('applied', {}, { a: '1', b: '2' })),
      applied(`${MAPS}/applied`, 'one', map('applied', {}, { a: '1' })),
      patch(`${MAPS}/applied`, MERGE, { data: { a: '2' } }),
      applied(`${MAPS}/applied`, 'one', map('applied', {}, { a: '3' })),
      applied(
        `${MAPS}/applied`,
        'one',
        map('applied', {}, { a: '3' }),
        '&force=true&dryRun=All',
      ),
      { path: `${MAPS}/applied` },
    ],
  ],
  [
    'lists of containers, variables and ports',
    [
      applied(`${DEPLOYMENTS}/web`, 'one', deployment()),
      patch(`${DEPLOYMENTS}/web`, STRATEGIC, {
        spec: {
          template: {
            spec: {
              containers: [
                { name: 'web', env: [{ name: 'A', value: '1' }] },
                { name: 'side', image: 'example.com/side:1' },
              ],
            },
          },
        },
      }),
      patch(`${DEPLOYMENTS}/web`, STRATEGIC, {
        spec: {
          template: {
            spec: {
              '$setElementOrder/containers': [
                { name: 'side' },
                { name: 'web' },
              ],
              containers: [
                { name: 'web', env: [{ name: 'A', $patch: 'delete' }] },
              ],
            },
          },
        },
      }),
      applied(`${DEPLOYMENTS}/web`, 'one', deployment({ replicas: 2 })),
      patch(`${DEPLOYMENTS}/web`, JSON_PATCH, [
        { op: 'test', path: '/spec/replicas', value: 5 },
      ]),
    ],
  ],
  [
    'status and scale',
    [
      post(DEPLOYMENTS, deployment({ replicas: 2 }, { name: 'counted' })),
      patch(`${DEPLOYMENTS}/counted/status`, MERGE, {
        spec: { replicas: 7 },
        status: { observedGeneration: 1, replicas: 2 },
      }),
      patch(`${DEPLOYMENTS}/counted`, MERGE, { status: { replicas: 9 } }),
      { path: `${DEPLOYMENTS}/counted/status` },
      { path: `${DEPLOYMENTS}/counted/scale` },
      patch(`${DEPLOYMENTS}/counted/scale`, MERGE, { spec: { replicas: 3 } }),
      { path: `${DEPLOYMENTS}/counted` },
      { path: `${MAPS}/first/status` },
    ],
  ],
  [
    'what the chart renders',
    chartObjects().map(({ path, object }) => applied(path, 'deployer', object)),
  ],
];
