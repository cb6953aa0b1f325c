import { code, list, table } from '../markdown';
import type { PlannedEnvironment, RepositoryPlan } from '../RepositoryPlan';

function pods({ values }: PlannedEnvironment): string {
  const { enabled, minReplicas, maxReplicas } = values.autoscaling;
  return enabled
    ? `${minReplicas} to ${maxReplicas}`
    : String(values.replicaCount);
}

function image({ values }: PlannedEnvironment): string {
  const { tag, digest } = values.image.api;
  return code(digest === '' ? tag || 'latest' : digest.slice(0, 19));
}

function storage({ values }: PlannedEnvironment): string {
  const { size, accessMode } = values.persistence;
  return `${size}, ${accessMode}`;
}

/** One line an environment: where it runs, and with what. */
export function environmentTable({ environments }: RepositoryPlan): string {
  return table(
    [
      'Environment',
      'Stage',
      'Cluster',
      'Namespace',
      'Address',
      'Images',
      'Pods',
      'Size',
      'Database',
      'Volume',
    ],
    environments.map(environment => [
      environment.name,
      environment.answers.stage,
      code(environment.answers.cluster),
      code(environment.namespace),
      environment.origin,
      image(environment),
      pods(environment),
      environment.answers.size,
      environment.answers.database === 'postgres' ? 'Postgres' : 'SQLite',
      storage(environment),
    ]),
  );
}

const exposures = {
  none: 'nothing from outside the cluster; use a port-forward',
  ingress: 'an Ingress',
  httpRoute: 'an HTTPRoute of the Gateway API',
};

/** What was answered for the instance as a whole. */
export function choices({ instance }: RepositoryPlan): string {
  const { access, llmBackends, secrets, exposure, observability, delivery } =
    instance;
  const providers = access.providers.map(
    ({ name, kind }) => `${name} (${kind.toUpperCase()})`,
  );
  return list(
    `Sign-in: passkeys and passwords${
      providers.length === 0 ? '' : `, and through ${providers.join(', ')}`
    }`,
    `LLM backends: ${
      llmBackends.length === 0
        ? 'none; add them in the dashboard'
        : llmBackends
            .map(({ name, model }) => `${name} (${code(model)})`)
            .join(', ')
    }`,
    `Secrets: ${
      secrets.source === 'existingSecret'
        ? 'created by the team'
        : `from the ${secrets.store.kind} ${code(secrets.store.name)}`
    }`,
    `Reached through ${exposures[exposure.kind]}${
      exposure.networkPolicy ? ', behind a NetworkPolicy' : ''
    }`,
    `Metrics: ${observability.metrics ? 'Prometheus' : 'off'}; traces: ${
      observability.otelEndpoint === ''
        ? 'off'
        : code(observability.otelEndpoint)
    }`,
    `GitOps: ${
      { none: 'none', argocd: 'Argo CD', flux: 'Flux' }[delivery.gitops]
    }`,
  );
}
