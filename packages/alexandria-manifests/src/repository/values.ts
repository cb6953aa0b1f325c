import { valueAt, parsePath } from '../values';
import { writeYaml } from '../yaml';
import { GeneratedFile } from '../GeneratedFile';
import { paths } from './paths';
import type { PlannedEnvironment, RepositoryPlan } from './RepositoryPlan';

const CONTAINERS = ['api', 'orchestrator', 'dashboard'] as const;

/** Why a value stands where it does. Those that are not in the file are left out. */
const COMMENTS: Record<string, string> = {
  backstage: 'Ties every object to the entity in the catalog.',
  checklist: 'Refuses to render while a "must" of the checklist is open.',
  replicaCount: 'More than one needs Postgres and a ReadWriteMany volume.',
  autoscaling: 'Needs a metrics server, Postgres and a ReadWriteMany volume.',
  'image.api.pullPolicy':
    'The tag moves: IfNotPresent would never update it, and differ by node.',
  'persistence.annotations': 'Keep the data when the claim is gone from git.',
  'persistence.accessMode': 'NFS, EFS, CephFS or Azure Files; not EBS.',
  'config.webauthn':
    'Passkeys are bound to this domain and cannot be moved later.',
  'config.database':
    'The Postgres URL is a credential: the Secret holds it, under database-url.',
  'config.security': 'A year of HSTS: everything is behind TLS.',
  auth: 'Created by the team; see docs/secrets.md. No secret value belongs in this file.',
  externalSecrets:
    'Keys in the store, never values. The External Secrets Operator fetches them.',
  llmBackends: 'Removing one later does not unregister it.',
  resources: 'Requests and limits of the size that was chosen.',
  networkPolicy:
    'Nothing else gets in or out. Check that ingressFrom names where your proxy runs.',
  'networkPolicy.postgres':
    'The chart cannot read the URL in the Secret, so it has to be told where Postgres is.',
  'pdb.minAvailable':
    'null, to use maxUnavailable: with one replica minAvailable would block every drain.',
};

/**
 * What Renovate reads: the image of the tag in the next line. Not where a digest wins over the tag: raising the tag alone
 * would change nothing.
 */
function renovateComments(environment: PlannedEnvironment) {
  return Object.fromEntries(
    CONTAINERS.filter(
      name =>
        valueAt(environment.given, ['image', name, 'tag']) !== undefined &&
        environment.values.image[name].digest === '',
    ).map(name => [
      `image.${name}.tag`,
      `renovate: datasource=docker depName=${environment.values.image[name].repository}`,
    ]),
  );
}

function valuesFile(
  { instance }: RepositoryPlan,
  environment: PlannedEnvironment,
): GeneratedFile {
  const { name, namespace, given, answers } = environment;
  const known = Object.entries(COMMENTS).filter(
    ([path]) => valueAt(given, parsePath(path)) !== undefined,
  );
  return {
    path: paths.values(name),
    content: writeYaml(given, {
      header: [
        `${instance.name}, ${name} (${answers.stage}): what differs from ${paths.chart}/values.yaml.`,
        `Release alexandria in namespace ${namespace}. The README has the commands.`,
      ].join('\n'),
      comments: {
        ...Object.fromEntries(known),
        ...renovateComments(environment),
      },
    }),
  };
}

/** One values file per environment. */
export function values(plan: RepositoryPlan): GeneratedFile[] {
  return plan.environments.map(environment => valuesFile(plan, environment));
}
