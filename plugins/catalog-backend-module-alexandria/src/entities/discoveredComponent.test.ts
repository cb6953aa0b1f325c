import { deploymentSelectorOf } from '@alexandriaproject/backstage-plugin-alexandria-node';
import {
  componentEntityV1alpha1Validator,
  entityEnvelopeSchemaValidator,
} from '@backstage/catalog-model';
import { discoveredComponent } from './discoveredComponent';

const options = {
  namespace: 'default',
  ownerLabels: ['backstage.io/owner', 'team'],
  fallbackOwner: 'user:default/ada',
  environmentLabels: ['environment'],
};

const cluster = { name: 'north', title: 'North' };

const CLUSTER = 'resource:default/north_cluster';

const deploymentOf = (labels: Record<string, string> = {}) => ({
  namespace: 'payments',
  name: 'assistant',
  labels: {
    'app.kubernetes.io/part-of': 'alexandria',
    'app.kubernetes.io/instance': 'assistant',
    'app.kubernetes.io/version': '1.4.2',
    ...labels,
  },
});

describe('discoveredComponent', () => {
  it('is an instance that says where it runs', () => {
    expect(
      discoveredComponent(cluster, deploymentOf(), options, CLUSTER),
    ).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'north_payments_assistant',
        namespace: 'default',
        title: 'payments/assistant in North',
        description:
          'Runs as Deployment assistant in namespace payments of cluster North, and is registered by nobody',
        tags: ['alexandria', 'discovered'],
        annotations: {
          'backstage.io/managed-by-location':
            'alexandria:north/payments/assistant',
          'backstage.io/managed-by-origin-location':
            'alexandria:north/payments/assistant',
          'backstage.io/kubernetes-cluster': 'north',
          'backstage.io/kubernetes-namespace': 'payments',
          'backstage.io/kubernetes-label-selector':
            'app.kubernetes.io/part-of=alexandria,app.kubernetes.io/instance=assistant',
        },
      },
      spec: {
        type: 'service',
        lifecycle: 'unknown',
        owner: 'user:default/ada',
        dependsOn: [CLUSTER],
      },
    });
  });

  it('is one that the catalog takes', async () => {
    const entity = discoveredComponent(
      cluster,
      deploymentOf(),
      options,
      CLUSTER,
    );
    expect(() => entityEnvelopeSchemaValidator()(entity)).not.toThrow();
    expect(await componentEntityV1alpha1Validator.check(entity)).toBe(true);
  });

  it.each<[string, Record<string, string>]>([
    ['with the labels of the chart', { 'app.kubernetes.io/name': 'x' }],
    ['with an empty label', { 'app.kubernetes.io/name': '' }],
  ])('selects its Deployment %s, and no other', (_, labels) => {
    const deployment = deploymentOf(labels);
    const selects = deploymentSelectorOf(
      discoveredComponent(cluster, deployment, options, CLUSTER),
    )!;
    expect(
      [
        { ...deployment, cluster: 'north' },
        { ...deployment, cluster: 'south' },
        { ...deployment, cluster: 'north', namespace: 'other' },
        {
          ...{ cluster: 'north', namespace: 'payments' },
          labels: { ...deployment.labels, 'app.kubernetes.io/instance': 'b' },
        },
      ].map(selects),
    ).toEqual([true, false, false, false]);
  });

  it.each<[string, Record<string, string>, string]>([
    ['the first label', { team: 'b', 'backstage.io/owner': 'A' }, 'default/a'],
    ['another label', { team: 'b' }, 'default/b'],
    ['an empty label', { team: '', 'backstage.io/owner': '' }, 'default/ada'],
  ])('has its owner from %s', (_, labels, owner) => {
    const { spec } = discoveredComponent(
      cluster,
      deploymentOf(labels),
      options,
      CLUSTER,
    );
    expect(spec.owner).toMatch(new RegExp(`^(group|user):${owner}$`));
  });

  it.each([
    ['production', 'production'],
    ['Prod', 'production'],
    ['staging', 'experimental'],
    ['', 'unknown'],
  ])('of the environment %p is %s', (environment, lifecycle) => {
    const { spec } = discoveredComponent(
      cluster,
      deploymentOf({ environment }),
      options,
      CLUSTER,
    );
    expect(spec.lifecycle).toBe(lifecycle);
  });

  it('links to where people reach it, and depends on its database', () => {
    const { metadata, spec } = discoveredComponent(
      cluster,
      {
        ...deploymentOf(),
        urls: [
          'https://ask.example.com/a',
          'ftp://ask.example.com/a',
          'https://[',
        ],
        database: { secret: 'pg', key: 'uri' },
      },
      options,
      CLUSTER,
    );
    expect(metadata.links).toEqual([
      {
        url: 'https://ask.example.com/a',
        title: 'ask.example.com',
        icon: 'web',
      },
    ]);
    expect(spec.dependsOn).toEqual([
      CLUSTER,
      'resource:default/north_payments_pg_uri',
    ]);
  });
});
