import { z } from 'zod';
import { text } from '../../values/model/fields';
import { described, noCredential } from './fields';

export const observability = z.strictObject({
  metrics: described(
    z.boolean(),
    'Prometheus metrics',
    'Serve /metrics on port 9090 of the Service.',
  ).default(false),
  serviceMonitor: described(
    z.boolean(),
    'ServiceMonitor',
    'Let the Prometheus Operator find the metrics. Needs its CRDs.',
  ).default(false),
  otelEndpoint: described(
    noCredential(
      text(
        'an http or https URL without user and password, or nothing',
        /^(https?:\/\/[A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?(:[0-9]{1,5})?(\/[A-Za-z0-9._~\/-]*)?)?$/,
        2048,
      ),
    ),
    'OpenTelemetry collector',
    'OTLP over HTTP, such as http://otel-collector.observability.svc:4318. Empty switches telemetry off.',
  ).default(''),
});
