import { KubernetesObject } from './context';
import { compareInstallOrder, inInstallOrder } from './installOrder';

const object = (kind: string, name: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { name },
});

const identify = ({ kind, metadata }: KubernetesObject) =>
  `${kind} ${metadata.name}`;

describe('inInstallOrder', () => {
  const wanted = [
    'NetworkPolicy a',
    'PodDisruptionBudget a',
    'ServiceAccount a',
    'Secret a',
    'ConfigMap a',
    'ConfigMap b',
    'PersistentVolumeClaim a',
    'ClusterRole a',
    'ClusterRoleBinding a',
    'Role a',
    'RoleBinding a',
    'Service a',
    'Pod a',
    'Deployment a',
    'HorizontalPodAutoscaler a',
    'Job a',
    'Ingress a',
    'Certificate a',
    'ExternalSecret a',
    'HTTPRoute a',
    'ServiceMonitor a',
  ];
  const objects = wanted.map(text => {
    const [kind, name] = text.split(' ');
    return object(kind, name);
  });

  it.each([
    ['reversed', [...objects].reverse()],
    ['by name', [...objects].sort((a, b) => (a.kind < b.kind ? -1 : 1))],
    ['in order', objects],
  ])('puts objects %s in Helm’s order', (_, given) => {
    expect(inInstallOrder(given).map(identify)).toEqual(wanted);
  });

  it('tells any two apart, whichever comes first', () => {
    for (const [index, one] of objects.entries()) {
      for (const later of objects.slice(index + 1)) {
        expect(compareInstallOrder(one, later)).toBeLessThan(0);
        expect(compareInstallOrder(later, one)).toBeGreaterThan(0);
      }
    }
  });

  it('leaves the list it is given', () => {
    const given = [object('Service', 'a'), object('Secret', 'a')];
    inInstallOrder(given);
    expect(given.map(identify)).toEqual(['Service a', 'Secret a']);
  });
});
