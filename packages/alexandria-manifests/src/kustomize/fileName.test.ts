import { fileName } from './fileName';

it.each([
  ['Deployment', 'alexandria', 'deployment'],
  ['ConfigMap', 'alexandria-config', 'configmap'],
  ['ConfigMap', 'alexandria-nginx', 'nginx-configmap'],
  ['Deployment', 'behind-nginx', 'deployment'],
  ['PersistentVolumeClaim', 'alexandria-data', 'pvc'],
  ['HorizontalPodAutoscaler', 'alexandria', 'hpa'],
  ['PodDisruptionBudget', 'alexandria', 'pdb'],
  ['NetworkPolicy', 'alexandria', 'networkpolicy'],
])('%s %s is in %s', (kind, name, expected) => {
  expect(fileName({ apiVersion: 'v1', kind, metadata: { name } })).toBe(
    expected,
  );
});
