import { z } from 'zod';
import { list, text, withDefault } from './model/fields';
import { config } from './model/config';
import { federation } from './model/federation';
import { images } from './model/image';
import { jsonObject, labels, objectName } from './model/kubernetes';
import { llmBackend } from './model/llmBackend';
import { httpRoute, ingress, networkPolicy, service } from './model/network';
import { metrics, otel } from './model/observability';
import * as patterns from './model/patterns';
import { podSections } from './model/pod';
import { autoscaling, pdb, persistence, replicaCount } from './model/scaling';
import { auth, externalSecrets } from './model/secrets';

const nameStem = (pattern: RegExp) =>
  withDefault(
    text('lower-case letters, digits and "-", at most 53', pattern, 53),
    '',
  );

/**
 * The values of the chart, as they stand after merging: every key is there except the few that are optional.
 *
 * The one definition of types, defaults, messages and `values.schema.json`.
 *
 * @public
 */
export const valuesSchema = z.strictObject({
  /** Helm's own map, accepted and ignored. */
  global: jsonObject.optional(),
  nameOverride: nameStem(patterns.optionalDnsLabel),
  fullnameOverride: nameStem(patterns.optionalServiceName),
  commonLabels: withDefault(labels, {}),
  backstage: z.strictObject({
    entityName: withDefault(
      text(
        'the name of a catalog entity: at most 63 letters, digits, "-", "_" and "."',
        patterns.labelValue,
        63,
      ),
      '',
    ),
  }),
  checklist: z.strictObject({ enforce: withDefault(z.boolean(), false) }),
  replicaCount,
  autoscaling,
  image: images,
  imagePullSecrets: list(z.strictObject({ name: objectName })),
  persistence,
  config,
  auth,
  externalSecrets,
  federation,
  llmBackends: list(llmBackend),
  service,
  ingress,
  httpRoute,
  networkPolicy,
  otel,
  metrics,
  pdb,
  ...podSections,
});

/**
 * A complete, checked tree of values.
 *
 * @public
 */
export type Values = z.output<typeof valuesSchema>;

/** @ignore */
type Partially<T> = T extends readonly unknown[]
  ? T
  : T extends object
  ? { [K in keyof T]?: Partially<T[K]> | null }
  : T;

/**
 * What a values file may hold: any part of the tree; null deletes a default.
 *
 * @public
 */
export type ValuesInput = Partially<Values>;

/**
 * The part of a release that object names are made of.
 *
 * @public
 */
export interface Release {
  /** Helm release name, a DNS label of at most 53 characters that begins with a letter. */
  name: string;
  namespace: string;
}
