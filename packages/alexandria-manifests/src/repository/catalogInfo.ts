import type { GeneratedFile } from '../GeneratedFile';
import { writeYamlDocuments } from '../yaml';
import type { RepositoryPlan } from './RepositoryPlan';

/** `production` once there is an environment of that stage. */
function lifecycle({ top }: RepositoryPlan): string {
  return top.answers.stage === 'production' ? 'production' : 'experimental';
}

function links({ environments }: RepositoryPlan) {
  return environments
    .filter(({ answers }) => answers.host !== '')
    .map(({ name, origin }) => ({
      url: origin,
      title: `Alexandria, ${name}`,
      icon: 'web',
    }));
}

function databaseName({ instance }: RepositoryPlan): string {
  return `${instance.name}-database`;
}

const usesPostgres = ({ environments }: RepositoryPlan) =>
  environments.some(({ answers }) => answers.database === 'postgres');

function component(plan: RepositoryPlan) {
  const { instance, environments } = plan;
  const { name, owner, system, description } = instance;
  const [only, ...others] = environments;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      description: description || `Alexandria EE, ${name}`,
      annotations: {
        'backstage.io/kubernetes-id': name,
        ...(others.length === 0
          ? { 'backstage.io/kubernetes-namespace': only.namespace }
          : {}),
        'backstage.io/techdocs-ref': 'dir:.',
      },
      tags: ['alexandria'],
      ...(links(plan).length === 0 ? {} : { links: links(plan) }),
    },
    spec: {
      type: 'service',
      lifecycle: lifecycle(plan),
      owner,
      ...(system === '' ? {} : { system }),
      ...(usesPostgres(plan)
        ? { dependsOn: [`resource:default/${databaseName(plan)}`] }
        : {}),
    },
  };
}

function database(plan: RepositoryPlan) {
  const { owner, system, name } = plan.instance;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: databaseName(plan),
      description: `Postgres of ${name}`,
    },
    spec: {
      type: 'database',
      owner,
      ...(system === '' ? {} : { system }),
    },
  };
}

/** The entity of the instance and, with Postgres, that of its database. */
export function catalogInfo(plan: RepositoryPlan): GeneratedFile {
  return {
    path: 'catalog-info.yaml',
    content: writeYamlDocuments([
      component(plan),
      ...(usesPostgres(plan) ? [database(plan)] : []),
    ]),
  };
}
