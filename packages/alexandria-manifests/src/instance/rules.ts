import type { Issue } from '../result';
import { unreadableIssues } from '../values';
import type { Instance } from './instanceSchema';
import { namespaceOf } from './names';
import { repositoryHost } from './repositoryHost';
import { isPinned } from './toValues/workload';

/** Positions, after the first, at which a key comes up again. */
function repeated<T>(items: readonly T[], keyOf: (item: T) => string) {
  const keys = items.map(keyOf);
  return keys.flatMap((key, index) =>
    keys.indexOf(key) < index ? [index] : [],
  );
}

function uniqueness(instance: Instance): Issue[] {
  const { environments, access, llmBackends } = instance;
  return [
    ...repeated(environments, ({ name }) => name).map(index => ({
      path: `environments[${index}].name`,
      message: 'is the name of another environment too',
      given: JSON.stringify(environments[index].name),
      remedy: 'Give each environment its own name',
    })),
    ...repeated(
      environments,
      environment =>
        `${environment.cluster}/${namespaceOf(instance, environment)}`,
    ).map(index => ({
      path: `environments[${index}].namespace`,
      message: 'is used by another environment in the same cluster',
      given: JSON.stringify(namespaceOf(instance, environments[index])),
      remedy: 'Give each environment its own namespace',
    })),
    ...repeated(access.providers, ({ name }) => name).map(index => ({
      path: `access.providers[${index}].name`,
      message: 'is the name of another provider too',
      given: JSON.stringify(access.providers[index].name),
      remedy: 'Give each provider its own name',
    })),
    ...repeated(llmBackends, ({ name }) => name).map(index => ({
      path: `llmBackends[${index}].name`,
      message: 'is the name of another backend too',
      given: JSON.stringify(llmBackends[index].name),
      remedy: 'Give each backend its own name',
    })),
  ];
}

/** chart.md, section 8: development may float, staging needs a branch or commit, production a release or digests. */
function imageTags({ environments }: Instance): Issue[] {
  return environments.flatMap((environment, index): Issue[] => {
    const path = `environments[${index}].imageTag`;
    const { stage, imageTag } = environment;
    const given = JSON.stringify(imageTag);
    if (stage === 'production' && !isPinned(environment)) {
      return [
        {
          path,
          message: 'must be a release in production',
          given,
          remedy: 'Write a release such as v1.0.0, or give all three digests',
        },
      ];
    }
    if (
      stage === 'staging' &&
      !isPinned(environment) &&
      (imageTag === '' || imageTag === 'latest')
    ) {
      return [
        {
          path,
          message: 'must not be latest in staging',
          given,
          remedy: 'Write a branch such as main, a commit, or a release',
        },
      ];
    }
    return [];
  });
}

function hosts({ environments, exposure }: Instance): Issue[] {
  return environments.flatMap(({ host, stage }, index): Issue[] => {
    const required =
      stage === 'production' ||
      (stage === 'staging' && exposure.kind !== 'none');
    return required && host === ''
      ? [
          {
            path: `environments[${index}].host`,
            message: `is required in ${stage}`,
            remedy:
              'Write the name that people will open, such as alexandria.example.com',
          },
        ]
      : [];
  });
}

function gateway({ exposure }: Instance): Issue[] {
  return exposure.kind === 'httpRoute' && exposure.gateway.name === ''
    ? [
        {
          path: 'exposure.gateway.name',
          message: 'is required for an HTTPRoute',
          remedy: 'Write the name of the Gateway to attach to',
        },
      ]
    : [];
}

/** A GitOps tool is told where the repository is; Flux is given the overlays. */
function gitops({ delivery, repoUrl }: Instance): Issue[] {
  return [
    ...(delivery.gitops !== 'none' && repositoryHost(repoUrl) === undefined
      ? [
          {
            path: 'repoUrl',
            message: 'must name a repository for the GitOps definitions',
            remedy: 'Write host?owner=…&repo=…, or choose no GitOps tool',
          },
        ]
      : []),
    ...(delivery.gitops === 'flux' && delivery.manifests === 'helm'
      ? [
          {
            path: 'delivery.manifests',
            message:
              'must include Kustomize for Flux, which applies the overlays',
            given: JSON.stringify(delivery.manifests),
            remedy: 'Choose both or kustomize, or another GitOps tool',
          },
        ]
      : []),
  ];
}

/** Pods beside one another need a database with many writers, and a volume that all of them can mount. */
function scaling({ environments }: Instance): Issue[] {
  return environments.flatMap(
    ({ replicas, autoscaling, database, storage }, index): Issue[] => {
      const at = `environments[${index}]`;
      if (autoscaling && autoscaling.minReplicas > autoscaling.maxReplicas) {
        return [
          {
            path: `${at}.autoscaling`,
            message: 'must not have more pods at least than at most',
            given: JSON.stringify(autoscaling),
            remedy: 'Lower the one or raise the other',
          },
        ];
      }
      const most = autoscaling?.maxReplicas ?? replicas;
      const missing = [
        ...(database === 'postgres' ? [] : ['Postgres as its database']),
        ...(storage.shared ? [] : ['shared storage']),
      ];
      return most > 1 && missing.length > 0
        ? [
            {
              path: autoscaling ? `${at}.autoscaling` : `${at}.replicas`,
              message: `needs ${missing.join(
                ' and ',
              )}: more than one pod may run`,
              given: JSON.stringify(most),
              remedy: 'Choose that in this environment, or one replica',
            },
          ]
        : [];
    },
  );
}

/** The URL of Postgres is in a Secret, which nobody here can read. */
function postgresNetwork({ environments, exposure }: Instance): Issue[] {
  return environments.flatMap(({ database, postgres }, index): Issue[] =>
    exposure.networkPolicy && database === 'postgres' && postgres.cidr === ''
      ? [
          {
            path: `environments[${index}].postgres`,
            message: 'must say where Postgres is, for the network policy',
            remedy: 'Write its network, such as 10.0.0.0/16',
          },
        ]
      : [],
  );
}

/** What is wrong between answers, each of which is fine by itself. */
export function instanceIssues(instance: Instance): Issue[] {
  return [
    ...unreadableIssues(instance),
    ...uniqueness(instance),
    ...imageTags(instance),
    ...hosts(instance),
    ...gateway(instance),
    ...gitops(instance),
    ...scaling(instance),
    ...postgresNetwork(instance),
  ];
}
