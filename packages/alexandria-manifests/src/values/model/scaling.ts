import { z } from 'zod';
import { integer, oneOf, text, withDefault } from './fields';
import { annotations, jsonObject, optionalObjectName } from './kubernetes';
import * as patterns from './patterns';

const REPLICAS_MAX = 1000;

export const replicaCount = withDefault(integer(1, REPLICAS_MAX), 1);

const utilization = integer(1, 1000000);

export const autoscaling = z.strictObject({
  enabled: withDefault(z.boolean(), false),
  minReplicas: withDefault(integer(1, REPLICAS_MAX), 1),
  maxReplicas: withDefault(integer(1, REPLICAS_MAX), 5),
  targetCPUUtilizationPercentage: withDefault(utilization, 80).optional(),
  targetMemoryUtilizationPercentage: utilization.optional(),
  container: withDefault(
    text(
      'the name of a container, or "" for the whole pod',
      patterns.optionalDnsLabel,
      63,
    ),
    'orchestrator',
  ),
  behavior: withDefault(jsonObject, {}),
});

export const persistence = z.strictObject({
  enabled: withDefault(z.boolean(), true),
  storageClass: withDefault(
    text(
      'the name of a storage class, "" for the default one or "-" for none',
      /^(-|[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)?$/,
      253,
    ),
    '',
  ),
  size: withDefault(
    text(
      'a Kubernetes quantity of whole bytes such as 10Gi, above 0',
      patterns.storageSize,
    ),
    '10Gi',
  ),
  accessMode: withDefault(
    z.enum(['ReadWriteOnce', 'ReadWriteOncePod', 'ReadWriteMany']),
    'ReadWriteOnce',
  ),
  existingClaim: withDefault(optionalObjectName, ''),
  annotations: withDefault(annotations, {}),
});

const numberOrPercentage = oneOf('a number or a percentage such as 50%', [
  integer(0, 2147483647),
  text('a number or a percentage such as 50%', patterns.percentage),
]);

export const pdb = z.strictObject({
  enabled: withDefault(z.boolean(), false),
  minAvailable: withDefault(numberOrPercentage, 1).optional(),
  maxUnavailable: numberOrPercentage.optional(),
});
