import type { Instance } from '../instanceSchema';

/** Metrics and traces. */
export function observabilityValues({ observability }: Instance) {
  const { metrics, serviceMonitor, otelEndpoint } = observability;
  return {
    metrics: {
      enabled: metrics,
      serviceMonitor: { enabled: serviceMonitor },
    },
    otel: otelEndpoint ? { enabled: true, endpoint: otelEndpoint } : undefined,
  };
}
