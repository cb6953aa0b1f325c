import { z } from 'zod';
import { integer, list, oneOf, port, text, withDefault } from './fields';
import {
  annotations,
  jsonObject,
  objectName,
  optionalObjectName,
} from './kubernetes';
import * as patterns from './patterns';

const host = text(
  'a host name in lower case such as alexandria.example.com',
  patterns.hostname,
  253,
);

export const service = z.strictObject({
  type: withDefault(
    z.enum(['ClusterIP', 'NodePort', 'LoadBalancer']),
    'ClusterIP',
  ),
  port: withDefault(port(), 80),
  targetPort: withDefault(
    oneOf('http', [z.string(), integer(1, 65535)]),
    'http',
  ),
  annotations: withDefault(annotations, {}),
});

export const ingressPath = z.strictObject({
  path: text(
    'a path that begins with "/", in plain segments',
    patterns.ingressPath,
  ),
  pathType: z.enum(['Prefix', 'Exact', 'ImplementationSpecific']).optional(),
});

export const ingress = z.strictObject({
  enabled: withDefault(z.boolean(), false),
  className: withDefault(optionalObjectName, 'nginx'),
  annotations: withDefault(annotations, {}),
  hosts: withDefault(
    z.array(
      z.strictObject({
        host,
        paths: z.array(ingressPath).optional(),
      }),
    ),
    [
      {
        host: 'alexandria.example.com',
        paths: [{ path: '/', pathType: 'Prefix' }],
      },
    ],
  ),
  tls: withDefault(
    z.array(
      z.strictObject({
        secretName: objectName.optional(),
        hosts: z.array(host).optional(),
      }),
    ),
    [{ secretName: 'alexandria-tls', hosts: [] }],
  ),
});

export const httpRoute = z.strictObject({
  enabled: withDefault(z.boolean(), false),
  annotations: withDefault(annotations, {}),
  // The Gateway API takes no more.
  parentRefs: withDefault(
    z
      .array(
        z.strictObject({
          name: objectName,
          namespace: text('a DNS label', patterns.dnsLabel, 63).optional(),
          sectionName: objectName.optional(),
        }),
      )
      .max(32, { error: 'must have at most 32 entries' }),
    [],
  ),
  hostnames: withDefault(
    z.array(host).max(16, { error: 'must have at most 16 entries' }),
    [],
  ),
});

const monitoringPeer = (namespace: string) => [
  {
    namespaceSelector: {
      matchLabels: { 'kubernetes.io/metadata.name': namespace },
    },
  },
];

export const networkPolicy = z.strictObject({
  enabled: withDefault(z.boolean(), false),
  ingressFrom: withDefault(
    z.array(jsonObject),
    monitoringPeer('ingress-nginx'),
  ),
  metricsFrom: withDefault(z.array(jsonObject), monitoringPeer('monitoring')),
  postgres: z.strictObject({
    cidr: withDefault(
      text(
        'an address range such as 10.0.0.0/16, or ""',
        patterns.optionalCidr,
      ),
      '',
    ),
    port: withDefault(port(), 5432),
  }),
  additionalIngress: list(jsonObject),
  additionalEgress: list(jsonObject),
});
