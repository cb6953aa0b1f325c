import { RenderContext } from '../context';
import { selectorLabels } from '../labels';

const tcp = (port: number) => ({ protocol: 'TCP', port });

/** Peers of the dashboard, the chart's own test among them, and those of the metrics. */
export function ingress({ values, release }: RenderContext): unknown[] {
  const { ingressFrom, metricsFrom, additionalIngress } = values.networkPolicy;
  const test = {
    podSelector: { matchLabels: selectorLabels(release, 'test') },
  };
  return [
    { from: [...ingressFrom, test], ports: [tcp(values.dashboard.port)] },
    ...(values.metrics.enabled && metricsFrom.length > 0
      ? [{ from: metricsFrom, ports: [tcp(values.config.api.port)] }]
      : []),
    ...additionalIngress,
  ];
}
