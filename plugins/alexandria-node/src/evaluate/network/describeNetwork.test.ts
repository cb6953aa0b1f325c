import type { AddressStatus } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { detailsOf } from '../__testUtils__/detailsOf';
import {
  ago,
  condition,
  DAY,
  deployment,
  downDeployment,
  instance,
  merged,
  NOW,
  object,
  Patch,
} from '../__testUtils__/objects';
import type { Given } from '../__testUtils__/ruleCases';
import {
  budget,
  endpointSlice,
  ingress,
  service,
  wholeInstance,
} from '../__testUtils__/wholeInstance';

const networkOf = (given: Given) => detailsOf(given).network;

const addressesOf = (...objects: Patch[]) =>
  networkOf([deployment(), service(), endpointSlice([true]), ...objects])
    .addresses;

const isNew = { metadata: { creationTimestamp: ago(9) } };

const hidden = { status: { loadBalancer: { ingress: [] } } };

const rule = (host: string | undefined, path = '/', name = 'alexandria') => ({
  host,
  http: { paths: [{ path, backend: { service: { name } } }] },
});

const route = (patch: Patch = {}) =>
  object(
    'gateway.networking.k8s.io/v1',
    'HTTPRoute',
    'alexandria',
    merged(
      {
        spec: {
          hostnames: ['library.example.com'],
          parentRefs: [{ name: 'public' }],
          rules: [{ backendRefs: [{ name: 'alexandria', port: 80 }] }],
        },
        status: {
          parents: [
            {
              parentRef: { name: 'public' },
              conditions: [condition('Accepted', 'True')],
            },
          ],
        },
      },
      patch,
    ),
  );

const certificate = (end: string) =>
  object('cert-manager.io/v1', 'Certificate', 'alexandria', {
    spec: { secretName: 'alexandria-tls' },
    status: { notAfter: end },
  });

describe('describeNetwork', () => {
  it('tells addresses, Services and budgets', () => {
    expect(networkOf(wholeInstance())).toEqual({
      addresses: [
        {
          url: 'https://library.example.com/',
          host: 'library.example.com',
          source: {
            kind: 'Ingress',
            namespace: 'library',
            name: 'alexandria',
          },
          loadBalancer: ['192.0.2.7'],
          tls: { secret: 'alexandria-tls' },
          health: 'Healthy',
          sentence:
            'https://library.example.com/ leads here through Ingress alexandria.',
        },
      ],
      services: [
        {
          object: {
            kind: 'Service',
            namespace: 'library',
            name: 'alexandria',
          },
          type: 'ClusterIP',
          clusterIP: '10.96.0.7',
          ports: [
            { name: 'http', port: 80, protocol: 'TCP', targetPort: 'http' },
          ],
          endpoints: { ready: 2, total: 2 },
          health: 'Healthy',
          sentence: 'It leads to 2 ready endpoints.',
        },
      ],
      disruptionBudgets: [
        {
          object: {
            kind: 'PodDisruptionBudget',
            namespace: 'library',
            name: 'alexandria',
          },
          maxUnavailable: '1',
          disruptionsAllowed: 1,
          currentHealthy: 2,
          desiredHealthy: 1,
          expectedPods: 2,
          health: 'Healthy',
          sentence: '1 pod may be evicted now.',
        },
      ],
      sentence:
        'https://library.example.com/ leads here through Ingress alexandria.',
    });
  });

  it.each<[string, Patch[], Partial<AddressStatus>[]]>([
    [
      'an Ingress without TLS',
      [ingress({ spec: { tls: undefined, rules: [rule('a.b', '/lib')] } })],
      [{ url: 'http://a.b/lib', tls: undefined }],
    ],
    [
      'TLS for every host, and for a pattern',
      [
        ingress({
          spec: {
            tls: [{ hosts: ['*.b.c'], secretName: 's' }, { hosts: [] }],
            rules: [rule('a.b.c'), rule('b.c')],
          },
        }),
      ],
      [
        { url: 'https://a.b.c/', tls: { secret: 's' } },
        { url: 'https://b.c/', tls: {} },
      ],
    ],
    [
      'only the rules that lead here',
      [ingress({ spec: { rules: [rule('x', '/', 'other'), rule('y')] } })],
      [{ host: 'y' }],
    ],
    [
      'a default backend, by the address of the load balancer',
      [
        ingress({
          spec: {
            tls: undefined,
            rules: undefined,
            defaultBackend: { service: { name: 'alexandria' } },
          },
        }),
      ],
      [{ url: 'http://192.0.2.7/', host: '192.0.2.7' }],
    ],
    [
      'a pattern, after what can be opened',
      [ingress({ spec: { rules: [rule('*.b.c'), rule('a.b')] } })],
      [{ host: 'a.b' }, { host: '*.b.c', url: undefined }],
    ],
    [
      'an Ingress that is new',
      [ingress({ ...hidden, ...isNew })],
      [
        {
          health: 'Progressing',
          loadBalancer: [],
          sentence: 'Ingress alexandria has no address yet.',
        },
      ],
    ],
    [
      'an Ingress that no controller takes',
      [ingress(hidden)],
      [{ health: 'Degraded', url: 'https://library.example.com/' }],
    ],
    [
      'a certificate that is good for a while',
      [ingress(), certificate(ago(-20 * DAY))],
      [
        {
          tls: { secret: 'alexandria-tls', notAfter: ago(-20 * DAY) },
          health: 'Healthy',
          sentence:
            'https://library.example.com/ leads here through Ingress alexandria; its certificate ends in 20 d.',
        },
      ],
    ],
    [
      'a certificate that ended',
      [ingress(), certificate(ago(3 * DAY))],
      [
        {
          health: 'Degraded',
          sentence:
            'The certificate of https://library.example.com/ ended 3 d ago.',
        },
      ],
    ],
    [
      'an HTTPRoute, with the TLS of its Gateway',
      [route()],
      [
        {
          url: 'https://library.example.com/',
          source: {
            kind: 'HTTPRoute',
            namespace: 'library',
            name: 'alexandria',
          },
          loadBalancer: [],
          tls: {},
          health: 'Healthy',
        },
      ],
    ],
    [
      'an HTTPRoute of a listener without TLS, below a path',
      [
        route({
          spec: {
            parentRefs: [{ name: 'public', sectionName: 'http' }],
            rules: [
              {
                matches: [{ path: { type: 'PathPrefix', value: '/lib' } }],
                backendRefs: [{ name: 'alexandria' }],
              },
            ],
          },
        }),
      ],
      [{ url: 'http://library.example.com/lib', tls: undefined }],
    ],
    [
      'an HTTPRoute that is refused, without a hostname',
      [
        route({
          spec: { hostnames: undefined },
          status: {
            parents: [
              {
                parentRef: { name: 'public' },
                conditions: [
                  condition('Accepted', 'False', 'NotAllowed', 'no listener'),
                ],
              },
            ],
          },
        }),
      ],
      [
        {
          url: undefined,
          host: '',
          health: 'Degraded',
          sentence: 'NotAllowed: public: no listener.',
        },
      ],
    ],
    [
      'a load balancer, by the port called http',
      [
        service({
          spec: {
            type: 'LoadBalancer',
            ports: [
              { name: 'metrics', port: 9090 },
              { name: 'http', port: 8080 },
            ],
          },
          status: { loadBalancer: { ingress: [{ hostname: 'lb.cloud' }] } },
        }),
      ],
      [{ url: 'http://lb.cloud:8080/', health: 'Healthy' }],
    ],
    [
      'a load balancer without an address',
      [service({ spec: { type: 'LoadBalancer' } })],
      [{ url: undefined, host: '', health: 'Degraded' }],
    ],
  ])('tells %s', (_, objects, addresses) => {
    expect(addressesOf(...objects)).toEqual(
      addresses.map(address => expect.objectContaining(address)),
    );
  });

  it.each<[string, Given, object]>([
    [
      'some endpoints',
      [deployment(), service(), endpointSlice([true, false, false])],
      {
        endpoints: { ready: 1, total: 3 },
        health: 'Healthy',
        sentence: 'It leads to 1 ready endpoint of 3.',
      },
    ],
    [
      'endpoints of two families, each of which has all pods',
      [
        deployment(),
        service(),
        endpointSlice([true, true]),
        endpointSlice([true, true], {
          metadata: { name: 'alexandria-2' },
          addressType: 'IPv6',
        }),
      ],
      { endpoints: { ready: 2, total: 2 } },
    ],
    [
      'endpoints in two slices of one family',
      [
        deployment(),
        service(),
        endpointSlice([true, false]),
        endpointSlice([true], { metadata: { name: 'alexandria-2' } }),
      ],
      { endpoints: { ready: 2, total: 3 } },
    ],
    [
      'no endpoint while pods serve',
      [deployment(), service(), endpointSlice([])],
      {
        endpoints: { ready: 0, total: 0 },
        health: 'Degraded',
        sentence: 'It leads nowhere: no endpoint is ready.',
      },
    ],
    [
      'no endpoint while no pod serves',
      [downDeployment(), service(), endpointSlice([false])],
      { endpoints: { ready: 0, total: 1 }, health: 'Progressing' },
    ],
    [
      'endpoints of which nothing is known',
      [deployment(), service()],
      { endpoints: undefined, health: 'Unknown' },
    ],
    [
      'a load balancer without an address',
      [
        deployment(),
        service({ spec: { type: 'LoadBalancer' } }),
        endpointSlice([true]),
      ],
      { health: 'Degraded', sentence: 'Its load balancer has no address.' },
    ],
  ])('tells a Service with %s', (_, given, said) => {
    expect(networkOf(given).services).toEqual([expect.objectContaining(said)]);
  });

  it.each<[string, Patch, string]>([
    [
      'allows several',
      { status: { disruptionsAllowed: 2 } },
      '2 pods may be evicted now.',
    ],
    [
      'allows none now',
      { status: { disruptionsAllowed: 0, currentHealthy: 1 } },
      'No pod may be evicted now: 1 are healthy, and 1 have to be.',
    ],
    [
      'never allows any',
      {
        spec: { maxUnavailable: undefined, minAvailable: '100%' },
        status: { disruptionsAllowed: 0 },
      },
      'No pod may ever be evicted: to drain the node of one waits for ever.',
    ],
    [
      'was not looked at',
      { status: undefined },
      'Its controller has not counted the pods.',
    ],
  ])('tells a budget that %s', (_, patch, sentence) => {
    expect(networkOf([deployment(), budget(patch)]).disruptionBudgets).toEqual([
      expect.objectContaining({ sentence }),
    ]);
  });

  it.each<[string, Given, string]>([
    ['no Service', instance(), 'No Service leads to its pods.'],
    [
      'no address',
      [deployment(), service(), endpointSlice([true])],
      'It has no public address: only the cluster reaches it.',
    ],
    [
      'a Service that leads nowhere',
      [deployment(), service(), endpointSlice([]), ingress()],
      'Service alexandria: It leads nowhere: no endpoint is ready.',
    ],
  ])('says in one sentence that there is %s', (_, given, sentence) => {
    expect(networkOf(given).sentence).toBe(sentence);
  });

  it('reads the end of a certificate from a secret that was reduced', () => {
    const { addresses } = networkOf({
      objects: wholeInstance(),
      secrets: [
        {
          namespace: 'library',
          name: 'alexandria-tls',
          tier: 2,
          exists: true,
          type: 'kubernetes.io/tls',
          labels: {},
          owners: [],
          keys: { 'tls.crt': { notAfter: NOW.getTime() + 1000 } },
        },
      ],
    });
    expect(addresses).toMatchObject([{ tls: { notAfter: ago(-1) } }]);
  });
});
