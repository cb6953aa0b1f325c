import { z } from 'zod';
import { objectReferenceSchema } from './finding';

/**
 * Who wrote a field last, as `metadata.managedFields` of the object says.
 *
 * @public
 */
export const fieldWriterSchema = z.object({
  /** For example `helm`, `kubectl-edit` or what `--field-manager` was given. */
  manager: z.string(),
  /** `Apply` is server-side apply; everything else is `Update`. */
  operation: z.enum(['Apply', 'Update']),
  /** For example `scale`; absent for the object itself. */
  subresource: z.string().optional(),
  /** When this manager last changed anything of what it owns, which may be later than this field; RFC 3339. */
  at: z.string().optional(),
});

/** @public */
export type FieldWriter = z.infer<typeof fieldWriterSchema>;

/**
 * A field that differs from what is asked for.
 *
 * @public
 */
export const fieldDriftSchema = z.object({
  /** For example `spec.template.spec.containers[name=api].image`. */
  path: z.string(),
  /**
   * `changed`: another value than the one that is asked for; `removed`: asked for, and not there; `added`: there, asked for
   * by nobody, and not the default of the cluster.
   */
  change: z.enum(['changed', 'removed', 'added']),
  /** In one line; absent for what is no single value, and for what is withheld. */
  expected: z.string().optional(),
  /** The same of what is in the cluster. */
  live: z.string().optional(),
  /** Whether the values are kept back because they may hold a credential, as that of a variable may. */
  withheld: z.boolean(),
  /** Absent when the API server does not know, as of a field that is gone. */
  writer: fieldWriterSchema.optional(),
});

/** @public */
export type FieldDrift = z.infer<typeof fieldDriftSchema>;

/**
 * A version of an API that an object was written by, and that is deprecated or gone.
 *
 * @public
 */
export const deprecatedApiSchema = z.object({
  apiVersion: z.string(),
  replacement: z.string(),
  /** The version of Kubernetes, or of what defines the kind, that does not serve it any more; absent when none is known. */
  removedIn: z.string().optional(),
  /** Who writes by it; absent when the manifest does. */
  writer: fieldWriterSchema.optional(),
});

/** @public */
export type DeprecatedApi = z.infer<typeof deprecatedApiSchema>;

/**
 * One object that the repository asks for, compared with the one in the cluster.
 *
 * @public
 */
export const objectDriftSchema = z.object({
  object: objectReferenceSchema,
  /** `Missing`: the API server says that it is not there; `Unread`: nothing is known, and `message` says why. */
  state: z.enum(['Same', 'Different', 'Missing', 'Unread']),
  message: z.string().optional(),
  /** In the order of their paths; none unless the state is `Different`. */
  fields: z.array(fieldDriftSchema),
  /** How many more fields differ than are listed; absent when all are. */
  omitted: z.number().int().optional(),
  deprecated: z.array(deprecatedApiSchema),
});

/** @public */
export type ObjectDrift = z.infer<typeof objectDriftSchema>;

/**
 * A file of the repository that is not what the answers in `.alexandria/instance.yaml` give.
 *
 * @public
 */
export const repositoryFileDriftSchema = z.object({
  path: z.string(),
  change: z.enum(['changed', 'removed', 'added']),
  /** Of a values file: the fields that differ. Values are left out where they may be a credential. */
  fields: z.array(fieldDriftSchema.omit({ writer: true })),
  omitted: z.number().int().optional(),
});

/** @public */
export type RepositoryFileDrift = z.infer<typeof repositoryFileDriftSchema>;

/**
 * What differs between the answers in the repository, the manifests in the repository and the objects in the cluster.
 *
 * @public
 */
export const deploymentDriftSchema = z.object({
  /** `Unknown`: nothing differs in what could be compared, and not all of it could be. */
  state: z.enum(['Same', 'Different', 'Unknown']),
  /** One line. */
  sentence: z.string(),
  /** When the objects were read; RFC 3339; absent when they never were. */
  comparedAt: z.iso.datetime().optional(),
  /** Why what is shown is older than it should be; one line; absent when it is not. */
  stale: z.string().optional(),
  objects: z.array(objectDriftSchema),
  chart: z
    .object({
      /** The version of the chart that Helm deployed, as the label of the Deployment has it. */
      deployed: z.string().optional(),
      /** The version that this portal generates. */
      portal: z.string(),
    })
    .optional(),
  repository: z
    .object({
      /** When it was last known to be so; RFC 3339. */
      readAt: z.iso.datetime().optional(),
      /** What the host names the state that was read by: most name the commit. */
      revision: z.string().optional(),
      /** Why something is not compared; none when all is. */
      problems: z.array(z.string()),
      /** Those that differ from what the answers give: hand edits are legitimate, and shown as such. */
      files: z.array(repositoryFileDriftSchema),
      omitted: z.number().int().optional(),
    })
    .optional(),
});

/** @public */
export type DeploymentDrift = z.infer<typeof deploymentDriftSchema>;
