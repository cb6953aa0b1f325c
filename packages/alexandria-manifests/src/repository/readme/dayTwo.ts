import {
  deleteClaim,
  helmUpgrade,
  kustomizeApply,
  RELEASE,
  uninstall,
} from '../commands';
import { code, list, shell, word } from '../markdown';
import { paths } from '../paths';
import type { PlannedEnvironment, RepositoryPlan } from '../RepositoryPlan';

function change({ hasHelm, hasKustomize, top, instance }: RepositoryPlan) {
  return [
    '## Changing it',
    hasHelm &&
      `The values files say what an environment is; ${code(
        `${paths.chart}/README.md`,
      )} has every value there is.`,
    hasKustomize &&
      `Own changes to the manifests belong into ${code(
        `${paths.overlay('<environment>')}/patches/`,
      )}, which is never written again. Everything else below ${code(
        'k8s/',
      )} is generated.`,
    `Before you push, check what the validation will check:`,
    shell(`bash ${paths.validate}`),
    instance.delivery.gitops === 'none' &&
      'Then apply it. Without a reuse flag: reused values survive their deletion from the file.',
    instance.delivery.gitops === 'none' &&
      shell(hasHelm ? helmUpgrade(top) : kustomizeApply(top)),
  ];
}

function rollBack({ hasHelm, top, instance }: RepositoryPlan) {
  const namespace = `--namespace ${word(top.namespace)}`;
  return [
    '## Rolling back',
    'Revert the commit, and apply it as above: git stays true that way.',
    hasHelm &&
      instance.delivery.gitops === 'none' &&
      'In a hurry, Helm goes back to an earlier revision by itself:',
    hasHelm &&
      instance.delivery.gitops === 'none' &&
      shell(
        `helm history ${RELEASE} ${namespace}`,
        `helm rollback ${RELEASE} REVISION ${namespace} --wait`,
      ),
  ];
}

function adopt({ hasHelm, hasKustomize, top }: RepositoryPlan) {
  return hasHelm && hasKustomize
    ? [
        '## From Kustomize to Helm',
        'Both say the same under the same names, so Helm can take over what Kustomize applied. Nothing restarts but what differs. With Helm 4, which leaves to kubectl what kubectl applied unless it is told:',
        shell(helmUpgrade(top, '--take-ownership --force-conflicts')),
        'With Helm 3.17 or later:',
        shell(helmUpgrade(top, '--take-ownership')),
      ]
    : [];
}

function remove(plan: RepositoryPlan) {
  const { top, instance } = plan;
  return [
    '## Removing it',
    instance.delivery.gitops !== 'none' &&
      `Remove ${code(
        `gitops/${instance.delivery.gitops}/${top.name}.yaml`,
      )} from the cluster first, else it is put back.`,
    'The data stays in its volume:',
    shell(uninstall(plan, top)),
    'This deletes the data for good:',
    shell(deleteClaim(top)),
  ];
}

/** chart.md, section 5: the claim's access mode cannot change, so a new claim takes over. */
function moreReplicas(
  { hasHelm, secrets }: RepositoryPlan,
  environment: PlannedEnvironment,
) {
  const { answers, namespace, values } = environment;
  if (
    answers.database === 'postgres' &&
    values.persistence.accessMode === 'ReadWriteMany'
  ) {
    return [];
  }
  const flag = `--namespace ${word(namespace)}`;
  return [
    '## Moving to Postgres and more replicas',
    `More than one pod needs Postgres and a volume that several nodes can mount. For ${environment.name}:`,
    list(
      `Create the database, and the Secret ${code(
        secrets.database,
      )} with its URL under the key ${code('database-url')}.`,
      `Create a claim ${code(
        `${RELEASE}-data-shared`,
      )} with the access mode ReadWriteMany on NFS, EFS, CephFS or Azure Files. EBS cannot do it, and an existing claim cannot change its mode.`,
      `Stop the pods: ${code(
        `kubectl scale deployment/${RELEASE} ${flag} --replicas 0`,
      )}.`,
      `Copy ${code(
        `${RELEASE}-data`,
      )} into it with a pod that mounts both, and what is in the SQLite database into Postgres with Alexandria's own export and import.`,
      `In ${
        hasHelm ? code(paths.values(environment.name)) : 'the answers'
      } set ${code(
        `persistence.existingClaim: ${RELEASE}-data-shared`,
      )}, ${code('persistence.accessMode: ReadWriteMany')} and ${code(
        `config.database.existingSecret: ${secrets.database}`,
      )}, and apply.`,
      `Then raise ${code('replicaCount')} or switch on ${code(
        'autoscaling',
      )}. Switching it on drops to one pod first, since the number is then the autoscaler's.`,
    ),
  ];
}

/** What comes after the first deployment; the commands name the highest environment. */
export function dayTwo(plan: RepositoryPlan): (string | false)[] {
  return [
    ...change(plan),
    ...rollBack(plan),
    ...adopt(plan),
    ...moreReplicas(plan, plan.top),
    ...remove(plan),
  ];
}
