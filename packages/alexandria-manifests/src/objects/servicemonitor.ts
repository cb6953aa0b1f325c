import { KubernetesObject, objectMeta, RenderContext } from './context';
import { selectorLabels } from './labels';

/** Tells the Prometheus Operator where the metrics are. */
export function serviceMonitor(
  context: RenderContext,
): KubernetesObject | undefined {
  const { values, release, names } = context;
  const { path, serviceMonitor: monitor } = values.metrics;
  if (!monitor.enabled) {
    return undefined;
  }
  const metadata = objectMeta(context, names.fullname);
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: {
      ...metadata,
      labels: { ...metadata.labels, ...monitor.labels },
    },
    spec: {
      namespaceSelector: { matchNames: [release.namespace] },
      selector: { matchLabels: selectorLabels(release) },
      endpoints: [{ port: 'metrics', path, interval: monitor.interval }],
    },
  };
}
