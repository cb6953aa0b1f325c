import { groupVersionOf, resources, type Resource } from '../objects/resources';

/** What the sample clusters behave like. */
const VERSION = {
  major: '1',
  minor: '37',
  gitVersion: 'v1.37.2-alexandria.sandbox',
  gitCommit: '',
  gitTreeState: 'clean',
  buildDate: '2026-01-01T00:00:00Z',
  goVersion: '',
  compiler: 'node',
  platform: `${process.platform}/${process.arch}`,
};

/** What `kubectl get all` gets. */
const ALL = [
  ...['cronjobs', 'daemonsets', 'deployments', 'horizontalpodautoscalers'],
  ...['jobs', 'pods', 'replicasets', 'services', 'statefulsets'],
];

const VERBS = [
  ...['create', 'delete', 'deletecollection', 'get'],
  ...['list', 'patch', 'update', 'watch'],
];

function entries(resource: Resource): object[] {
  const { resource: name, kind, namespaced, shortNames } = resource;
  const base = { namespaced, kind };
  return [
    {
      name,
      singularName: kind.toLowerCase(),
      ...base,
      verbs: VERBS,
      ...(shortNames.length > 0 && { shortNames }),
      ...(ALL.includes(name) && { categories: ['all'] }),
    },
    ...(resource.hasScale
      ? [
          {
            name: `${name}/scale`,
            singularName: '',
            namespaced,
            ...{ group: 'autoscaling', version: 'v1', kind: 'Scale' },
            verbs: ['get', 'patch', 'update'],
          },
        ]
      : []),
    ...(resource.hasStatus
      ? [
          {
            name: `${name}/status`,
            singularName: '',
            ...base,
            verbs: ['get', 'patch', 'update'],
          },
        ]
      : []),
  ];
}

const groupVersions = [...new Set(resources.map(groupVersionOf))];

function groupOf(groupVersion: string) {
  const [name, version] = groupVersion.split('/');
  const preferred = { groupVersion, version };
  return { name, versions: [preferred], preferredVersion: preferred };
}

function resourceList(groupVersion: string): object | undefined {
  return groupVersions.includes(groupVersion)
    ? {
        kind: 'APIResourceList',
        ...(groupVersion === 'v1' ? {} : { apiVersion: 'v1' }),
        groupVersion,
        resources: resources
          .filter(each => groupVersionOf(each) === groupVersion)
          .flatMap(entries),
      }
    : undefined;
}

/** That writes take `fieldValidation`, which kubectl looks for before it applies anything. */
function openApiOf(groupVersion: string): object | undefined {
  if (!groupVersions.includes(groupVersion)) {
    return undefined;
  }
  const [version, group = ''] = groupVersion.split('/').reverse();
  const root = group === '' ? '/api/v1' : `/apis/${groupVersion}`;
  const paths = resources
    .filter(each => groupVersionOf(each) === groupVersion)
    .map(({ resource, kind, namespaced }) => [
      `${root}/${
        namespaced ? 'namespaces/{namespace}/' : ''
      }${resource}/{name}`,
      {
        patch: {
          parameters: ['fieldManager', 'fieldValidation', 'force'].map(
            name => ({
              ...{ name, in: 'query' },
              schema: { type: 'string', uniqueItems: true },
            }),
          ),
          responses: { '200': { description: 'OK' } },
          'x-kubernetes-action': 'patch',
          'x-kubernetes-group-version-kind': { group, version, kind },
        },
      },
    ]);
  return {
    openapi: '3.0.0',
    info: { title: 'Kubernetes', version: VERSION.gitVersion },
    paths: Object.fromEntries(paths),
  };
}

function openApiIndex(): object {
  return {
    paths: Object.fromEntries(
      groupVersions.map(each => {
        const path = each === 'v1' ? 'api/v1' : `apis/${each}`;
        return [path, { serverRelativeURL: `/openapi/v3/${path}` }];
      }),
    ),
  };
}

/**
 * What the API says of itself: its version, its groups, and the kinds in each.
 *
 * https://kubernetes.io/docs/concepts/overview/kubernetes-api/#discovery-api
 *
 * @returns JSON, or text of a health check; undefined where there is nothing of it
 */
export function discovery(pathname: string): object | string | undefined {
  const [, root, ...rest] = pathname.replace(/\/$/, '').split('/');
  const groupVersion = rest.join('/');
  switch (root) {
    case 'healthz':
    case 'livez':
    case 'readyz':
      return rest.length === 0 ? 'ok' : undefined;
    case 'version':
      return rest.length === 0 ? VERSION : undefined;
    case 'api':
      return rest.length === 0
        ? {
            kind: 'APIVersions',
            versions: ['v1'],
            serverAddressByClientCIDRs: [],
          }
        : (groupVersion === 'v1' && resourceList('v1')) || undefined;
    case 'apis':
      return groupsAt(rest);
    case 'openapi':
      if (groupVersion === 'v3') {
        return openApiIndex();
      }
      return openApiOf(groupVersion.replace(/^v3\/apis?\//, ''));
    default:
      return undefined;
  }
}

/** Whether a path is one of a group and version that are served, whatever may be missing there. */
export const isServedVersion = (pathname: string): boolean => {
  const [, root, ...rest] = pathname.split('/');
  return root === 'api'
    ? rest[0] === 'v1'
    : root === 'apis' && groupVersions.includes(rest.slice(0, 2).join('/'));
};

function groupsAt(rest: readonly string[]): object | undefined {
  const groups = groupVersions.filter(each => each.includes('/')).map(groupOf);
  if (rest.length === 0) {
    return { kind: 'APIGroupList', apiVersion: 'v1', groups };
  }
  if (rest.length === 1) {
    const group = groups.find(({ name }) => name === rest[0]);
    return group && { kind: 'APIGroup', apiVersion: 'v1', ...group };
  }
  return rest.length === 2 ? resourceList(rest.join('/')) : undefined;
}
