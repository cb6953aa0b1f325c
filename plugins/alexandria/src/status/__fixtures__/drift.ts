import type {
  DeploymentDrift,
  ObjectDrift,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { DeploymentStatus } from '../DeploymentStatus';
import type { Moment } from './Moment';

/** The drift of a Deployment: what differs where a finding says so, and nothing that is known where the cluster is away. */
export function driftOf(
  at: Moment,
  { stale, findings, deployment, environment = 'dev' }: DeploymentStatus,
): DeploymentDrift {
  const { namespace } = deployment;
  const compared = (
    kind: string,
    name: string,
    more: Partial<ObjectDrift> = {},
  ): ObjectDrift => ({
    ...{ object: { kind, namespace, name }, state: 'Same' },
    ...{ fields: [], deprecated: [] },
    ...more,
  });
  const chart = { deployed: '0.1.0', portal: '0.1.0' };
  const repository = {
    ...{ readAt: at.ago(4, 'min'), revision: '4f1c2ab', problems: [] },
    files: [],
  };
  if (stale) {
    return {
      state: 'Unknown',
      sentence: 'What is known is out of date.',
      stale: 'Not compared: the cluster has not answered for 10 s.',
      ...{ comparedAt: at.ago(40, 'min'), chart, repository },
      objects: [compared('Deployment', 'alexandria')],
    };
  }
  const writer = {
    ...{ manager: 'kubectl-patch', operation: 'Update' as const },
    at: at.ago(3, 'min'),
  };
  return findings.some(({ code }) => code === 'FieldDrift')
    ? {
        state: 'Different',
        sentence: '3 fields differ, 1 object could not be compared.',
        ...{ comparedAt: at.ago(1, 'min'), chart },
        objects: [
          compared('Service', 'alexandria', {
            state: 'Different',
            fields: [
              {
                ...{ path: 'spec.type', change: 'changed', withheld: false },
                ...{ expected: 'ClusterIP', live: 'NodePort', writer },
              },
            ],
          }),
          compared('Deployment', 'alexandria', {
            state: 'Different',
            fields: [
              {
                path: 'spec.template.spec.containers[name=api].env[name=HTTPS_PROXY]',
                ...{ change: 'added', withheld: true },
                writer: { ...writer, manager: 'kubectl-edit' },
              },
              {
                path: 'spec.template.spec.terminationGracePeriodSeconds',
                ...{ change: 'removed', expected: '60', withheld: false },
              },
            ],
          }),
          compared('HorizontalPodAutoscaler', 'alexandria'),
          compared('ConfigMap', 'alexandria-config', {
            state: 'Unread',
            message:
              'the portal may not read it; rbac/drift.yaml of the backend plugin allows it',
          }),
        ],
        repository: {
          ...repository,
          files: [
            {
              path: `values-${environment}.yaml`,
              change: 'changed',
              fields: [
                {
                  ...{ path: 'autoscaling.maxReplicas', change: 'changed' },
                  ...{ expected: '4', live: '6', withheld: false },
                },
              ],
            },
          ],
        },
      }
    : {
        state: 'Same',
        sentence: 'Nothing differs in 3 objects.',
        ...{ comparedAt: at.ago(1, 'min'), chart, repository },
        objects: ['Deployment', 'Service', 'PersistentVolumeClaim'].map(kind =>
          compared(kind, 'alexandria'),
        ),
      };
}
