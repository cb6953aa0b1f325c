import { z } from 'zod';
import { described, optionalObjectName } from './fields';

export const exposure = z.strictObject({
  kind: described(
    z.enum(['none', 'ingress', 'httpRoute']),
    'Reached through',
    'Nothing (port-forward), an Ingress, or a Gateway with an HTTPRoute.',
  ).default('none'),
  className: described(
    optionalObjectName(),
    'Ingress class',
    "Empty means the cluster's default.",
  ).default('nginx'),
  clusterIssuer: described(
    optionalObjectName(),
    'Cluster issuer',
    'cert-manager ClusterIssuer for the certificate. Empty means that you create the TLS Secret.',
  ).default(''),
  gateway: described(
    z.strictObject({
      name: described(
        optionalObjectName(),
        'Gateway',
        'Name of the Gateway.',
      ).default(''),
      namespace: described(
        optionalObjectName(),
        'Namespace',
        "Empty means the instance's own.",
      ).default(''),
      sectionName: described(
        optionalObjectName(),
        'Listener',
        'Empty means every listener.',
      ).default(''),
    }),
    'Gateway',
    'The Gateway that the HTTPRoute attaches to.',
  ).prefault({}),
  networkPolicy: described(
    z.boolean(),
    'Network policy',
    'Admit only what the instance needs. Needs a network plugin that enforces NetworkPolicies.',
  ).default(false),
});
