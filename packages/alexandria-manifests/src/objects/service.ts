import { reserved } from '../values/reserved';
import { KubernetesObject, objectMeta, RenderContext } from './context';
import { selectorLabels } from './labels';

/** The dashboard for people and, when metrics are on, the API's own port for Prometheus. */
export function service(context: RenderContext): KubernetesObject {
  const { values, release, names } = context;
  const { type, port, targetPort, annotations } = values.service;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: objectMeta(context, names.fullname, { annotations }),
    spec: {
      type,
      selector: selectorLabels(release),
      ports: [
        { name: 'http', port, targetPort, protocol: 'TCP' },
        ...(values.metrics.enabled
          ? [
              {
                name: 'metrics',
                port: reserved.metricsPort,
                targetPort: 'api',
                protocol: 'TCP',
              },
            ]
          : []),
      ],
    },
  };
}
