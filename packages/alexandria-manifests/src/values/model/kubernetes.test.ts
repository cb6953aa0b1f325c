import { z } from 'zod';
import * as model from './kubernetes';

/** What Kubernetes takes, and what it refuses, of the fields whose shape is known. */
const cases: [string, z.ZodType, unknown[], unknown[]][] = [
  [
    'envFrom',
    model.envFrom,
    [
      { secretRef: { name: 'a' } },
      { prefix: 'A_', configMapRef: { name: 'a', optional: true } },
    ],
    [
      {},
      { prefix: 'A_' },
      { secretRef: { name: 'a' }, configMapRef: { name: 'a' } },
      { secretRef: {} },
      { secretKeyRef: { name: 'a', key: 'b' } },
    ],
  ],
  [
    'envVar',
    model.envVar,
    [
      { name: 'A' },
      { name: 'A', value: '' },
      { name: 'A', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
    ],
    [
      { name: '1A' },
      { name: 'A', value: 1 },
      { name: 'A', valueFrom: {} },
      { name: 'A', valueFrom: { fieldRef: {}, secretKeyRef: {} } },
    ],
  ],
  [
    'policyRule',
    model.policyRule,
    [
      { apiGroups: [''], resources: ['pods'], verbs: ['get'] },
      {
        apiGroups: [''],
        resources: ['secrets'],
        resourceNames: ['a'],
        verbs: ['get'],
      },
      { nonResourceURLs: ['/healthz'], verbs: ['get'] },
    ],
    [
      {},
      { apiGroups: [''], resources: ['pods'] },
      { apiGroups: [''], resources: ['pods'], verbs: [] },
      { resources: ['pods'], verbs: ['get'] },
      {
        apiGroups: [''],
        resources: ['pods'],
        nonResourceURLs: ['/a'],
        verbs: ['get'],
      },
    ],
  ],
  [
    'resources',
    model.resources,
    [{}, { limits: { cpu: 0.5, memory: '1Gi' }, requests: { 'a.b/c': 1 } }],
    [{ limits: { memmory: '1Gi' } }, { limits: { cpu: '1 core' } }, { cpu: 1 }],
  ],
  [
    'restartProbe',
    model.restartProbe,
    [{}, { successThreshold: 1, exec: { command: ['true'] } }],
    [{ successThreshold: 2 }, { periodSeconds: 0 }],
  ],
  [
    'jsonValue',
    model.jsonValue,
    [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 0.5, [{ a: '' }]],
    [null, 2 ** 53, -1e21, [1e21], { a: null }],
  ],
  [
    'volume',
    model.volume,
    [
      { name: 'a', emptyDir: {} },
      { name: 'a', secret: { secretName: 'b' } },
      { name: 'a', projected: { sources: [{ configMap: { name: 'b' } }] } },
    ],
    [
      { name: 'a', secret: 'b' },
      { name: 'a', configMap: [] },
      { name: 'a', projected: { sources: {} } },
    ],
  ],
  [
    'container',
    model.container,
    [
      { name: 'a', image: 'b', args: ['c'] },
      { name: 'a', image: 'b', env: [{ name: 'C', value: 'd' }] },
      { name: 'a', image: 'b', envFrom: [{ secretRef: { name: 'c' } }] },
    ],
    [
      { name: 'a', image: '' },
      { name: 'a', image: 'b', env: false },
      { name: 'a', image: 'b', env: [{ name: 'C', value: 1 }] },
      { name: 'a', image: 'b', envFrom: [{ name: 'c' }] },
    ],
  ],
  ['probe', model.probe, [{ successThreshold: 2 }], [{ timeoutSeconds: -1 }]],
];

describe('fields of Kubernetes', () => {
  it.each(cases)('%s', (_, schema, taken, refused) => {
    const takes = (value: unknown) => schema.safeParse(value).success;
    expect(taken.filter(value => !takes(value))).toEqual([]);
    expect(refused.filter(takes)).toEqual([]);
  });
});
