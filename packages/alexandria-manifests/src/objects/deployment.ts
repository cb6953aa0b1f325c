import { databaseSource } from '../values/facts';
import { Values } from '../values/valuesSchema';
import { configChecksum } from './configChecksum';
import { KubernetesObject, objectMeta, RenderContext } from './context';
import { podSpec } from './deployment/podSpec';
import { podLabels, selectorLabels } from './labels';

/** Two pods may run side by side only on a database with many writers and a volume that both can mount. */
function strategy(values: Values) {
  const sharedStorage =
    values.persistence.enabled &&
    values.persistence.accessMode === 'ReadWriteMany';
  return databaseSource(values) !== 'sqlite' && sharedStorage
    ? {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
      }
    : { type: 'Recreate' };
}

export function deployment(context: RenderContext): KubernetesObject {
  const { values, release, names } = context;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: objectMeta(context, names.fullname),
    spec: {
      // The HorizontalPodAutoscaler owns the number of replicas: a fixed one would undo it at every upgrade.
      ...(values.autoscaling.enabled ? {} : { replicas: values.replicaCount }),
      strategy: strategy(values),
      selector: { matchLabels: selectorLabels(release) },
      template: {
        metadata: {
          labels: podLabels(values, release),
          annotations: {
            'checksum/config': configChecksum(context),
            'kubectl.kubernetes.io/default-container': 'api',
            ...values.podAnnotations,
          },
        },
        spec: podSpec(context),
      },
    },
  };
}
