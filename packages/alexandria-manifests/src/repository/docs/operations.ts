import type { GeneratedFile } from '../../GeneratedFile';
import { portForward, RELEASE, rolloutStatus } from '../commands';
import { code, document, list, shell, table, word } from '../markdown';
import type { RepositoryPlan } from '../RepositoryPlan';

/** Logs, health and what to do when something does not work; after the troubleshooting of the deployment document. */
export function operations({
  environments,
  top,
  instance,
}: RepositoryPlan): GeneratedFile {
  const namespace = `--namespace ${word(top.namespace)}`;
  const target = `deployment/${RELEASE}`;
  return {
    path: 'docs/operations.md',
    content: document(
      '# Operations',
      `The commands name ${top.name}. For another environment use its cluster and namespace:`,
      table(
        ['Environment', 'Cluster', 'Namespace', 'Address'],
        environments.map(({ name, answers, namespace: own, origin }) => [
          name,
          code(answers.cluster),
          code(own),
          origin,
        ]),
      ),
      '## Is it healthy?',
      shell(
        `kubectl get pods ${namespace} --selector app.kubernetes.io/instance=${RELEASE}`,
        rolloutStatus(top),
      ),
      'A healthy pod is `Running` and `READY 3/3`: API, orchestrator and dashboard.',
      shell(portForward(top), 'curl --fail http://localhost:8080/health'),
      '## Logs',
      shell(
        ...['api', 'orchestrator', 'dashboard'].map(
          container =>
            `kubectl logs ${target} ${namespace} --container ${container} --follow`,
        ),
      ),
      '## When it does not start',
      shell(
        `kubectl describe pod ${namespace} --selector app.kubernetes.io/instance=${RELEASE}`,
        `kubectl logs ${target} ${namespace} --container config-init`,
        ...instance.llmBackends.map(
          ({ name }) =>
            `kubectl logs ${target} ${namespace} --container llm-init-${name}`,
        ),
        `kubectl get pvc,secret ${namespace}`,
      ),
      list(
        '`CreateContainerConfigError`: a Secret or a key of it is missing. [Secrets](secrets.md) lists them.',
        '`Pending` with `unbound PersistentVolumeClaim`: the storage class is missing, or cannot provide the access mode.',
        '`ImagePullBackOff`: the tag does not exist, or the registry wants credentials.',
        '`Permission denied` under `/var/lib/alexandria`: the volume has to be writable for the group 1000 (`fsGroup`).',
      ),
      '## When the API and the orchestrator do not talk',
      'They share the socket `/var/run/alexandria/orchestrator.sock`. Both containers have to run:',
      shell(
        `kubectl exec ${target} ${namespace} --container api -- ls -la /var/run/alexandria/`,
      ),
    ),
  };
}
