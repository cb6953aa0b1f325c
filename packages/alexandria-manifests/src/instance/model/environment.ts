import { z } from 'zod';
import { integer, text } from '../../values/model/fields';
import * as patterns from '../../values/model/patterns';
import {
  described,
  dnsLabel,
  noCredential,
  optionalObjectName,
} from './fields';

/**
 * What an environment is for. Decides which image tags are accepted and whether the checklist is enforced.
 *
 * @public
 */
export const stages = ['development', 'staging', 'production'] as const;

/**
 * Sizes of the pods; the table of resources is in `sizes.ts`.
 *
 * @public
 */
export const sizes = ['small', 'medium', 'large'] as const;

const digest = text(
  'a digest: sha256: and 64 hexadecimal digits, or nothing',
  patterns.optionalImageDigest,
);

/**
 * One environment of the answers: the schema of {@link Environment}, without the rules between its fields.
 *
 * @public
 */
export const environment = z.strictObject({
  name: described(
    dnsLabel(20),
    'Name',
    'Short name of the environment, such as dev. Names its values file and overlay.',
  ),
  stage: described(
    z.enum(stages),
    'Stage',
    'development may follow a moving image tag; staging needs a branch or commit; production needs a release and passes the checklist.',
  ),
  cluster: described(
    noCredential(
      text(
        'the name of a cluster: letters, digits, "-", "_" and "."',
        /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/,
      ),
    ),
    'Cluster',
    'Name of the cluster as your portal and GitOps tool know it.',
  ).default('in-cluster'),
  namespace: described(
    dnsLabel(63),
    'Namespace',
    'Kubernetes namespace. Empty means <instance>-<environment>.',
  ).optional(),
  host: described(
    noCredential(
      text(
        'a host name such as alexandria.example.com',
        patterns.optionalDomain,
        253,
      ),
    ),
    'Host name',
    'Where people open it. Passkeys are bound to this name. A development environment may do without: it is then reached by port-forward on localhost.',
  ).default(''),
  size: described(
    z.enum(sizes),
    'Size',
    'CPU and memory of the three containers.',
  ).default('small'),
  replicas: described(
    integer(1, 50),
    'Replicas',
    'Number of pods. More than one needs Postgres and shared storage.',
  ).default(1),
  autoscaling: described(
    z.strictObject({
      minReplicas: described(integer(1, 50), 'At least', 'Fewest pods.'),
      maxReplicas: described(integer(1, 50), 'At most', 'Most pods.'),
    }),
    'Autoscaling',
    'Let a HorizontalPodAutoscaler choose the number of pods. Needs a metrics server, Postgres and shared storage.',
  ).optional(),
  database: described(
    z.enum(['sqlite', 'postgres']),
    'Database',
    'SQLite on the data volume, or a Postgres that you run. Its URL comes from a Secret.',
  ).default('sqlite'),
  postgres: described(
    z.strictObject({
      cidr: described(
        text('a network such as 10.0.0.0/16', patterns.optionalCidr),
        'Network',
        'Where Postgres is, for the NetworkPolicy.',
      ).default(''),
      port: described(integer(1, 65535), 'Port', 'Port of Postgres.').default(
        5432,
      ),
    }),
    'Postgres',
    'Where Postgres is. Needed with a NetworkPolicy only.',
  ).prefault({}),
  storage: described(
    z.strictObject({
      size: described(
        text('a quantity such as 10Gi', /^[1-9][0-9]*(Mi|Gi|Ti)$/, 20),
        'Size',
        'Size of the data volume.',
      ).default('10Gi'),
      className: described(
        optionalObjectName(),
        'Storage class',
        "Empty means the cluster's default.",
      ).default(''),
      shared: described(
        z.boolean(),
        'Shared',
        'ReadWriteMany, for more than one replica: NFS, EFS, CephFS or Azure Files.',
      ).default(false),
    }),
    'Storage',
    'The data volume: models, knowledge store and, with SQLite, the database.',
  ).prefault({}),
  imageTag: described(
    noCredential(
      text(
        'an image tag: letters, digits, "_", "." and "-"',
        patterns.optionalImageTag,
      ),
    ),
    'Image tag',
    'One tag for API, orchestrator and dashboard. Empty means latest, in development only.',
  ).default(''),
  imageDigests: described(
    z.strictObject({
      api: described(digest, 'API', 'Digest of the API image.').default(''),
      orchestrator: described(
        digest,
        'Orchestrator',
        'Digest of the orchestrator image.',
      ).default(''),
      dashboard: described(
        digest,
        'Dashboard',
        'Digest of the dashboard image.',
      ).default(''),
    }),
    'Image digests',
    'Pin images by digest. A digest wins over the tag.',
  ).prefault({}),
});

/**
 * One environment, complete but for a namespace that follows from the names.
 *
 * @public
 */
export type Environment = z.output<typeof environment>;
