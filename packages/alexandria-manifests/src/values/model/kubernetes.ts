import { z } from 'zod';
import { integer, oneOf, text, withDefault } from './fields';
import * as patterns from './patterns';

/**
 * Any JSON value but null, which Kubernetes manifests never hold.
 *
 * @public
 */
export type JsonValue =
  | string
  | number
  | boolean
  | JsonValue[]
  | { [key: string]: JsonValue };

/** A map that goes into a manifest as it stands. */
export type JsonObject = { [key: string]: JsonValue };

export const jsonValue: z.ZodType<JsonValue> = z
  .lazy(() =>
    oneOf('text, a number, true or false, a list or a map', [
      z.string(),
      // Beyond, Helm writes an integer with an exponent, which Kubernetes reads as none.
      z.number().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER),
      z.boolean(),
      z.array(jsonValue),
      z.record(z.string(), jsonValue),
    ]),
  )
  .meta({ id: 'jsonValue' });

/** A Kubernetes map that the chart passes on. */
export const jsonObject = z.record(z.string(), jsonValue);

/** A Kubernetes map of which some keys are known. */
export function passThrough<T extends z.ZodRawShape>(shape: T) {
  return z.object(shape).catchall(jsonValue);
}

/** Longest key: its prefix, which cannot be measured alone in a schema, may have no more. */
const KEY_MAX = 253;

const labelKey = text('a label key', patterns.labelKey, KEY_MAX);

export const labels = z.record(
  labelKey,
  text(
    'a label value: at most 63 letters, digits, "-", "_" and ".", beginning and ending with a letter or digit',
    patterns.labelValue,
    63,
  ),
);

export const annotations = z.record(
  text('an annotation key', patterns.labelKey, KEY_MAX),
  z.string(),
);

export const objectName = text(
  'the name of a Kubernetes object',
  patterns.dnsSubdomain,
  253,
);
export const optionalObjectName = text(
  'the name of a Kubernetes object, or ""',
  patterns.optionalDnsSubdomain,
  253,
);
export const secretKey = text(
  'a key of a Secret: letters, digits, "-", "_" and "."',
  patterns.secretKey,
  253,
);

export const quantity = oneOf('a Kubernetes quantity such as 500m, 2 or 1Gi', [
  text('a Kubernetes quantity such as 500m, 2 or 1Gi', patterns.quantity),
  z.number().min(0).max(Number.MAX_SAFE_INTEGER),
]);

const amounts = z.record(
  text(
    'cpu, memory, ephemeral-storage, hugepages-<size> or a name with a domain',
    patterns.resourceName,
    KEY_MAX,
  ),
  quantity,
);

export const resources = z.strictObject({
  requests: amounts.optional(),
  limits: amounts.optional(),
});

const valueFrom = oneOf(
  'exactly one of configMapKeyRef, fieldRef, fileKeyRef, resourceFieldRef and secretKeyRef',
  [
    z.strictObject({ configMapKeyRef: jsonObject }),
    z.strictObject({ fieldRef: jsonObject }),
    z.strictObject({ fileKeyRef: jsonObject }),
    z.strictObject({ resourceFieldRef: jsonObject }),
    z.strictObject({ secretKeyRef: jsonObject }),
  ],
);

export const envVar = z.strictObject({
  name: text(
    'a variable name: letters, digits and "_", not beginning with a digit',
    patterns.envName,
  ),
  value: z.string().optional(),
  valueFrom: valueFrom.optional(),
});
export type EnvVar = z.output<typeof envVar>;

const envSource = z.strictObject({
  name: objectName,
  optional: z.boolean().optional(),
});
const prefix = z.string().optional();

/** All keys of a ConfigMap or a Secret as variables. */
export const envFrom = oneOf('a configMapRef or a secretRef, with a prefix', [
  z.strictObject({ prefix, configMapRef: envSource }),
  z.strictObject({ prefix, secretRef: envSource }),
]);

/** The sources that refer to other objects by name, which Kustomize follows, are maps at least. */
export const volume = passThrough({
  name: text('a DNS label', patterns.dnsLabel, 63),
  configMap: jsonObject.optional(),
  persistentVolumeClaim: jsonObject.optional(),
  projected: passThrough({
    sources: z.array(jsonObject).optional(),
  }).optional(),
  secret: jsonObject.optional(),
});

export const volumeMount = passThrough({
  name: text('a DNS label', patterns.dnsLabel, 63),
  mountPath: text('an absolute path', patterns.absolutePath),
});

export const container = passThrough({
  name: text('a DNS label', patterns.dnsLabel, 63),
  image: z.string().min(1),
  env: z.array(envVar).optional(),
  envFrom: z.array(envFrom).optional(),
});

export const probe = passThrough({
  initialDelaySeconds: integer(0, 2147483647).optional(),
  periodSeconds: integer(1, 2147483647).optional(),
  timeoutSeconds: integer(1, 2147483647).optional(),
  failureThreshold: integer(1, 2147483647).optional(),
  successThreshold: integer(1, 2147483647).optional(),
});

/** A probe that restarts the container: one success is enough for Kubernetes, and it takes no other number. */
export const restartProbe = probe.extend({
  successThreshold: integer(1, 1).optional(),
});

const word = text('one line of text', patterns.oneLine);
const names = z.array(word).min(1);

/** A rule of a Role or a ClusterRole. */
export const policyRule = oneOf(
  'apiGroups, resources and verbs, or nonResourceURLs and verbs',
  [
    z.strictObject({
      apiGroups: names,
      resources: names,
      resourceNames: z.array(word).optional(),
      verbs: names,
    }),
    z.strictObject({ nonResourceURLs: names, verbs: names }),
  ],
);
export type PolicyRule = z.output<typeof policyRule>;

/** A value for each of the three containers. */
export function perContainer<T extends z.ZodType>(item: T) {
  const items = () => withDefault(z.array(item), []);
  return z.strictObject({
    api: items(),
    orchestrator: items(),
    dashboard: items(),
  });
}
