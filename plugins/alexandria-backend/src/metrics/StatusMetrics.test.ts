/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  mockCredentials,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { metrics } from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import request from 'supertest';
import {
  startApiServer,
  type ApiServer,
} from '../__testUtils__/startApiServer';
import { startPortal } from '../__testUtils__/startPortal';
import { until } from '../__testUtils__/until';

const payments = {
  metadata: {
    name: 'payments-api',
    namespace: 'payments-dev',
    resourceVersion: '1',
    labels: { 'backstage.io/kubernetes-id': 'payments' },
  },
  spec: {
    selector: { matchLabels: { app: 'payments-api' } },
    template: {
      spec: {
        containers: [
          { name: 'api', envFrom: [{ secretRef: { name: 'payments-auth' } }] },
        ],
      },
    },
  },
};

/** The table of metrics in the documentation: name, unit and attributes. */
const documented = readFileSync(
  join(__dirname, '../../../../docs/operations.md'),
  'utf8',
)
  .split('\n')
  .flatMap(line => {
    const [, name, unit, attributes] =
      /^\| `(alexandria\.[\w.]+)` *\| \w+ *\| `?([^|`]+?)`? *\| ([^|]*?) *\|/.exec(
        line,
      ) ?? [];
    return name
      ? [[name, unit, attributes.match(/(?<=`)[a-z]+(?=`)/g)?.sort()]]
      : [];
  });

describe('the metrics of a portal', () => {
  const reader = new PeriodicExportingMetricReader({
    exporter: new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE),
    exportIntervalMillis: 3_600_000,
  });
  const provider = new MeterProvider({ readers: [reader] });
  let api: ApiServer;
  let portal: TestBackend;

  beforeAll(async () => {
    metrics.setGlobalMeterProvider(provider);
    api = await startApiServer({
      '/apis/apps/v1/deployments': [payments],
      '/api/v1/pods': 403,
      '/api/v1/namespaces/payments-dev/secrets/payments-auth': 403,
    });
    portal = await startPortal({
      clusters: { north: api, west: { url: api.url, authProvider: 'google' } },
      alexandriaConfig: { clusters: [{ name: 'north', secretTier: 1 }] },
    });
  });
  afterAll(async () => {
    await portal?.stop();
    await api?.close();
    await provider.shutdown();
    metrics.disable();
  });

  const ask = (path: string) =>
    request(portal.server)
      .get(`/api/alexandria/v1/${path}`)
      .set('Authorization', mockCredentials.user.header());

  async function collected() {
    const { resourceMetrics } = await reader.collect();
    return resourceMetrics.scopeMetrics
      .filter(({ scope }) => scope.name === 'backstage-plugin-alexandria')
      .flatMap(each => each.metrics);
  }

  async function points(name: string) {
    const all = await collected();
    const metric = all.find(({ descriptor }) => descriptor.name === name);
    return metric?.dataPoints ?? [];
  }

  it('are those of the documentation', async () => {
    const hasVerdict = async () => {
      const { body } = await ask('instances/component/default/payments/status');
      return body.deployments.length === 1;
    };
    await until(hasVerdict);
    await ask('instances/component/default/other/status');
    await ask('repository-availability');
    await ask('nothing');
    const hasRead = async () =>
      (await points('alexandria.secret.reads')).length > 0;
    await until(hasRead);
    const found = (await collected()).map(({ descriptor, dataPoints }) => [
      descriptor.name,
      descriptor.unit,
      [
        ...new Set(dataPoints.flatMap(each => Object.keys(each.attributes))),
      ].sort(),
    ]);
    expect(found.sort()).toEqual(documented.sort());
  });

  it.each<[string, object[]]>([
    [
      'alexandria.clusters',
      [
        { attributes: { condition: 'Current' }, value: 0 },
        { attributes: { condition: 'Starting' }, value: 0 },
        { attributes: { condition: 'Failing' }, value: 1 },
        { attributes: { condition: 'Misconfigured' }, value: 1 },
      ],
    ],
    [
      'alexandria.objects',
      [
        { attributes: { kind: 'Deployment' }, value: 1 },
        { attributes: { kind: 'Pod' }, value: 0 },
      ],
    ],
    [
      'alexandria.cluster.sync.age',
      [{ attributes: { cluster: 'north' }, value: expect.any(Number) }],
    ],
    [
      'alexandria.watch.failures',
      [{ attributes: { cluster: 'north', reason: 'forbidden' } }],
    ],
    [
      'alexandria.secret.reads',
      [{ attributes: { tier: '1', outcome: 'forbidden' } }],
    ],
    ['alexandria.verdicts', [{ attributes: { health: 'Unknown' } }]],
    [
      'alexandria.request.duration',
      [
        { attributes: { operation: 'GetInstanceStatus', status: 200 } },
        { attributes: { operation: 'GetInstanceStatus', status: 404 } },
        { attributes: { operation: 'GetRepositoryAvailability', status: 400 } },
      ],
    ],
  ])('say what happened: %s', async (name, expected) => {
    expect(await points(name)).toEqual(
      expect.arrayContaining(
        expected.map(each => expect.objectContaining(each)),
      ),
    );
  });

  it('count a list and a watch of each kind that can be read', async () => {
    const [{ value: lists }] = await points('alexandria.lists');
    const [{ value: watches }] = await points('alexandria.watches');
    expect(lists).toBe(watches);
    const kinds = await points('alexandria.objects');
    expect(lists).toBe(kinds.length - 1);
  });

  it('name no instance, no namespace, no object and no secret', async () => {
    const attributes = (await collected()).flatMap(({ dataPoints }) =>
      dataPoints.map(each => each.attributes),
    );
    expect(JSON.stringify(attributes)).not.toMatch(/payments|token/);
  });
});
