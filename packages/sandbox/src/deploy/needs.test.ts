import type { KubernetesObject } from '@alexandriaproject/alexandria-manifests';
import { missingSecrets, neededStores } from './needs';

const object = (
  kind: string,
  name: string,
  more: object = {},
  annotations: Record<string, string> = {},
): KubernetesObject => ({
  ...{ apiVersion: 'v1', kind, metadata: { name, annotations } },
  ...more,
});

const reference = (name: string, key: string) => ({
  name: 'A',
  valueFrom: { secretKeyRef: { name, key } },
});

const deployment = object('Deployment', 'web', {
  spec: {
    template: {
      spec: {
        initContainers: [{ env: [reference('one', 'a')] }],
        containers: [
          { env: [reference('one', 'b'), reference('two', 'c')] },
          {
            env: [reference('one', 'a')],
            envFrom: [{ secretRef: { name: 'all' } }],
          },
        ],
        volumes: [
          { secret: { secretName: 'mounted', items: [{ key: 'd' }] } },
          { projected: { sources: [{ secret: { name: 'projected' } }] } },
          { emptyDir: {} },
        ],
      },
    },
  },
});

const ingress = (annotations: Record<string, string> = {}) =>
  object(
    'Ingress',
    'web',
    { spec: { tls: [{ secretName: 'tls', hosts: ['a.example.com'] }] } },
    annotations,
  );

describe('missingSecrets', () => {
  it('are those that pods name, with their keys', () => {
    expect(missingSecrets([deployment])).toEqual([
      { name: 'one', keys: ['a', 'b'] },
      { name: 'two', keys: ['c'] },
      { name: 'all', keys: [] },
      { name: 'mounted', keys: ['d'] },
      { name: 'projected', keys: [] },
    ]);
  });

  it.each([
    ['a Secret', object('Secret', 'two')],
    [
      'an ExternalSecret',
      object('ExternalSecret', 'x', { spec: { target: { name: 'two' } } }),
    ],
    ['an ExternalSecret of the same name', object('ExternalSecret', 'two')],
    [
      'a Certificate',
      object('Certificate', 'x', { spec: { secretName: 'two' } }),
    ],
  ])('are not those that %s makes', (_, maker) => {
    expect(missingSecrets([deployment, maker]).map(({ name }) => name)).toEqual(
      ['one', 'all', 'mounted', 'projected'],
    );
  });

  it('are certificates of an Ingress, unless cert-manager makes them', () => {
    expect(missingSecrets([ingress()])).toEqual([
      { name: 'tls', keys: [], hosts: ['a.example.com'] },
    ]);
    expect(
      missingSecrets([ingress({ 'cert-manager.io/cluster-issuer': 'a' })]),
    ).toEqual([]);
  });
});

describe('neededStores', () => {
  it('are those that ExternalSecrets name', () => {
    const external = (secretStoreRef: object) =>
      object('ExternalSecret', 'a', { spec: { secretStoreRef } });
    expect(
      neededStores([
        external({ name: 'vault', kind: 'ClusterSecretStore' }),
        external({ name: 'own' }),
      ]),
    ).toEqual([
      { kind: 'ClusterSecretStore', name: 'vault' },
      { kind: 'SecretStore', name: 'own' },
    ]);
  });
});
