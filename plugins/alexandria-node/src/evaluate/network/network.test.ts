import {
  ago,
  condition,
  deployment,
  downDeployment,
  instance,
  merged,
  object,
  Patch,
} from '../__testUtils__/objects';
import {
  codesOf,
  codesOfRules,
  finding,
  ruleTable,
  verdictsOf,
} from '../__testUtils__/ruleCases';
import { networkRules } from '.';

const service = (patch: Patch = {}) =>
  merged(
    object('v1', 'Service', 'alexandria', {
      spec: {
        type: 'ClusterIP',
        selector: { 'app.kubernetes.io/instance': 'alexandria' },
      },
    }),
    patch,
  );

const slice = (...ready: (boolean | undefined)[]) =>
  object('discovery.k8s.io/v1', 'EndpointSlice', 'alexandria-x', {
    metadata: { labels: { 'kubernetes.io/service-name': 'alexandria' } },
    endpoints: ready.map(each => ({ conditions: { ready: each } })),
  });

const budget = (spec: Patch, patch: Patch = {}) =>
  merged(
    object('policy/v1', 'PodDisruptionBudget', 'alexandria', {
      spec: {
        selector: {
          matchLabels: { 'app.kubernetes.io/instance': 'alexandria' },
        },
        ...spec,
      },
    }),
    patch,
  );

const replicas = (count: number) => [
  deployment({
    spec: { replicas: count },
    status: {
      replicas: count,
      updatedReplicas: count,
      readyReplicas: count,
      availableReplicas: count,
    },
  }),
];

const ingress = (patch: Patch = {}) =>
  merged(
    object('networking.k8s.io/v1', 'Ingress', 'alexandria', {
      spec: {
        ingressClassName: 'nginx',
        rules: [
          {
            host: 'library.example.com',
            http: { paths: [{ backend: { service: { name: 'alexandria' } } }] },
          },
        ],
      },
    }),
    patch,
  );

const route = (conditions: Patch[] | undefined, patch: Patch = {}) =>
  merged(
    object('gateway.networking.k8s.io/v1', 'HTTPRoute', 'alexandria', {
      spec: { rules: [{ backendRefs: [{ name: 'alexandria' }] }] },
      status: {
        parents:
          conditions === undefined
            ? []
            : [{ parentRef: { name: 'public' }, conditions }],
      },
    }),
    patch,
  );

const accepted = condition('Accepted', 'True', 'Accepted');
const refused = condition('Accepted', 'False', 'NoMatchingListenerHostname');

describe('network', () => {
  const { codes, fires, nearMisses } = ruleTable({
    DisruptionBudgetBlocksDrains: {
      fires: {
        'one must stay of one': [
          [...instance(), budget({ minAvailable: 1 })],
          {
            health: 'Healthy',
            severity: 'warning',
            object: 'PodDisruptionBudget/alexandria',
            cause: 'minAvailable 1 of 1 replica',
            remedy: 'pdb.maxUnavailable: 1',
          },
        ],
        'all must stay': [
          [...replicas(3), budget({ minAvailable: '100%' })],
          { cause: 'minAvailable 100%' },
        ],
        'none may go': [[...replicas(3), budget({ maxUnavailable: 0 })], {}],
        'a share rounds up to all': [
          [...replicas(2), budget({ minAvailable: '51%' })],
          {},
        ],
        'two budgets select the pods': [
          [
            ...replicas(3),
            budget({ maxUnavailable: 1 }),
            budget({ maxUnavailable: 1 }, { metadata: { name: 'second' } }),
          ],
          { object: 'Deployment/alexandria', cause: 'alexandria, second' },
        ],
      },
      nearMisses: {
        'one may go': [...replicas(2), budget({ minAvailable: 1 })],
        'one may go of one': [...instance(), budget({ maxUnavailable: 1 })],
        'a pod is down, so none may go now': [
          ...replicas(3),
          budget(
            { maxUnavailable: 1 },
            {
              status: {
                expectedPods: 3,
                currentHealthy: 2,
                disruptionsAllowed: 0,
              },
            },
          ),
        ],
        'it selects others': [
          ...instance(),
          budget({
            minAvailable: 1,
            selector: { matchLabels: { app: 'other' } },
          }),
        ],
      },
    },
    ServiceWithoutEndpoints: {
      fires: {
        'no endpoint is ready': [
          [...instance(), service(), slice(false)],
          {
            health: 'Degraded',
            remedy: 'kubernetes.io/service-name=alexandria -n library',
          },
        ],
        'it has none, and all slices are at hand': [
          { objects: [...instance(), service()], complete: ['EndpointSlice'] },
          { health: 'Degraded' },
        ],
      },
      nearMisses: {
        'one of two is ready': [...instance(), service(), slice(false, true)],
        'readiness is not said, which means ready': [
          ...instance(),
          service(),
          slice(undefined),
        ],
        'slices are not at hand': [...instance(), service()],
        'no pod serves, which is said of the pods': [
          downDeployment(),
          service(),
          slice(false),
        ],
      },
    },
    LoadBalancerPending: {
      fires: {
        'nobody gave it an address': [
          [...instance(), service({ spec: { type: 'LoadBalancer' } })],
          {
            health: 'Healthy',
            severity: 'warning',
            remedy: 'kubectl describe service alexandria -n library',
          },
        ],
      },
      nearMisses: {
        'it has one': [
          ...instance(),
          service({
            spec: { type: 'LoadBalancer' },
            status: { loadBalancer: { ingress: [{ ip: '192.0.2.1' }] } },
          }),
        ],
        'it is new': [
          ...instance(),
          service({
            metadata: { creationTimestamp: ago(30) },
            spec: { type: 'LoadBalancer' },
          }),
        ],
        'it is internal': [...instance(), service()],
      },
    },
    IngressWithoutAddress: {
      fires: {
        'no controller took it': [
          [...instance(), service(), ingress()],
          {
            health: 'Healthy',
            severity: 'warning',
            cause: 'library.example.com leads nowhere',
            remedy: 'ingress.className',
          },
        ],
      },
      nearMisses: {
        'it has an address': [
          ...instance(),
          service(),
          ingress({
            status: { loadBalancer: { ingress: [{ hostname: 'lb' }] } },
          }),
        ],
        'it is new': [
          ...instance(),
          service(),
          ingress({ metadata: { creationTimestamp: ago(30) } }),
        ],
        'it leads elsewhere': [
          ...instance(),
          service(),
          ingress({
            spec: { rules: [{ http: { paths: [{ backend: {} }] } }] },
          }),
        ],
      },
    },
    RouteNotAccepted: {
      fires: {
        'the Gateway refuses it': [
          [...instance(), service(), route([refused])],
          {
            health: 'Degraded',
            cause: 'NoMatchingListenerHostname',
            remedy: 'httpRoute.parentRefs',
          },
        ],
        'it names a Service that is not there': [
          [
            ...instance(),
            service(),
            route([
              accepted,
              condition('ResolvedRefs', 'False', 'BackendNotFound', 'gone'),
            ]),
          ],
          { cause: 'gone' },
        ],
        'no Gateway has looked at it': [
          [...instance(), service(), route(undefined)],
          { title: 'No Gateway has taken route alexandria' },
        ],
      },
      nearMisses: {
        'it is accepted': [...instance(), service(), route([accepted])],
        'it is new': [
          ...instance(),
          service(),
          route(undefined, { metadata: { creationTimestamp: ago(30) } }),
        ],
        'it leads elsewhere': [
          ...instance(),
          service(),
          route([refused], {
            spec: { rules: [{ backendRefs: [{ name: 'other' }] }] },
          }),
        ],
      },
    },
  });

  it('has a case that fires and a near miss of every rule', () => {
    expect(codes).toEqual(codesOfRules(networkRules));
  });

  it.each(fires)('%s fires: %s', (code, _, given, expected) => {
    expect(verdictsOf(given)).toEqual([finding(code, expected)]);
  });

  it.each(nearMisses)('%s does not fire: %s', (code, _, given) => {
    expect(codesOf(given)).not.toContain(code);
  });
});
