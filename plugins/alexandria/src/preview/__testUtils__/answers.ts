import type { InstanceInput } from '@alexandriaproject/alexandria-manifests';

/** The fewest answers. */
export const dev: InstanceInput = {
  name: 'assistant',
  owner: 'group:default/payments',
  environments: [{ name: 'dev', stage: 'development' }],
};

/** Three environments that differ in exposure, database and size. */
export const three: InstanceInput = {
  ...dev,
  environments: [
    { name: 'dev', stage: 'development' },
    {
      name: 'test',
      stage: 'staging',
      host: 'test.acme.io',
      imageTag: 'v1.0.0-rc.1',
    },
    {
      name: 'prod',
      stage: 'production',
      host: 'assistant.acme.io',
      imageTag: 'v1.0.0',
      database: 'postgres',
      postgres: { cidr: '10.0.0.0/16' },
      storage: { shared: true },
      replicas: 2,
    },
  ],
  exposure: {
    kind: 'ingress',
    clusterIssuer: 'letsencrypt-prod',
    networkPolicy: true,
  },
  observability: { metrics: true },
};
