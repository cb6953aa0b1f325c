import type { Verdict } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { findingDefinition } from '../findings/catalogue';
import type { Surroundings } from './DeploymentContext';
import type { Expectation } from './EvaluationInput';
import { kubectl } from './texts';

/** What is said of a Deployment that should be there and is not at hand. */
export function absentVerdict(
  { namespace, name, environment }: Expectation,
  { complete, unreadable, observedAt }: Surroundings,
): Omit<Verdict, 'autoscaler'> {
  const unread = unreadable.find(
    ({ kind, namespace: where }) =>
      kind === 'Deployment' && (where === undefined || where === namespace),
  );
  const missing = unread === undefined && complete.includes('Deployment');
  const { docs } = findingDefinition(
    missing ? 'DeploymentMissing' : 'KindUnreadable',
  );
  const object = { kind: 'Deployment', namespace, name };
  const health = missing ? 'Missing' : 'Unknown';
  const title = missing
    ? `Deployment ${name} is not in namespace ${namespace}`
    : 'Deployments could not be read';
  return {
    deployment: object,
    ...(environment === undefined ? {} : { environment }),
    health,
    sentence: `${name} is ${health}: ${title}`,
    observedAt: new Date(observedAt).toISOString(),
    stale: unread?.reason === 'stale',
    secrets: [],
    findings: [
      {
        code: missing ? 'DeploymentMissing' : 'KindUnreadable',
        severity: missing ? 'critical' : 'warning',
        object,
        title,
        cause: missing
          ? `The Deployments of namespace ${namespace} were read, and none is called ${name}.`
          : `Nothing is known of the Deployments of namespace ${namespace}${
              unread === undefined ? '' : `: ${unread.message || unread.reason}`
            }.`,
        evidence: unread === undefined ? {} : { reason: unread.reason },
        remedy: `${kubectl(
          { namespace },
          ...['get', 'deployments'],
        )}; apply the manifests of the instance again if it is gone`,
        docs,
      },
    ],
  };
}
