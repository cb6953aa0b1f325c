import { z } from 'zod';
import { nginxWord, text, withDefault } from './fields';
import { labels } from './kubernetes';
import * as patterns from './patterns';

export const otel = z.strictObject({
  enabled: withDefault(z.boolean(), false),
  endpoint: withDefault(
    text(
      'an http or https URL without user, password, query and fragment',
      patterns.httpUrlWithoutQuery,
    ),
    'http://otel-collector:4318',
  ),
});

export const metrics = z.strictObject({
  enabled: withDefault(z.boolean(), false),
  path: withDefault(
    nginxWord('a URL path such as /metrics', patterns.urlPath),
    '/metrics',
  ),
  serviceMonitor: z.strictObject({
    enabled: withDefault(z.boolean(), false),
    interval: withDefault(
      text('a duration such as 30s', patterns.prometheusDuration).min(1),
      '30s',
    ),
    labels: withDefault(labels, {}),
  }),
});
