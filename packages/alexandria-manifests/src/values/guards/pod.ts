import { EnvVar } from '../model/kubernetes';
import { reserved } from '../reserved';
import { Values } from '../valuesSchema';
import { CONTAINERS, inContainers, maps, textOf } from './containerFields';
import { at, Guard, repeated } from './Guard';

const HANDLERS = ['exec', 'grpc', 'httpGet', 'tcpSocket'];
const PROBES = ['startupProbe', 'livenessProbe', 'readinessProbe'] as const;

function eachEnv(values: Values): [path: string, env: EnvVar[]][] {
  return CONTAINERS.map(name => [`extraEnv.${name}`, values.extraEnv[name]]);
}

function containerPorts(values: Values) {
  return inContainers(values, 'ports').flatMap(([path, ports]) =>
    ports.map((entry, index) => ({ path: `${path}[${index}]`, entry })),
  );
}

export const podGuards: Guard[] = [
  {
    id: 'env-reserved',
    message: 'is a variable that the chart sets itself',
    remedy: 'Use the value that stands for it, or another name',
    reads: ['extraEnv', 'llmBackends'],
    check: values => [
      ...eachEnv(values).flatMap(([path, env]) =>
        env.flatMap((variable, index) =>
          at(`${path}[${index}].name`, reserved.env.test(variable.name)),
        ),
      ),
      ...values.llmBackends.flatMap((backend, index) =>
        at(
          `llmBackends[${index}].apiKeyEnvVar`,
          Boolean(backend.apiKeyEnvVar?.match(reserved.env)),
        ),
      ),
    ],
  },
  {
    id: 'env-repeated',
    message: 'is set by an earlier entry too',
    remedy: 'Keep one of the two',
    reads: ['extraEnv', 'extraContainers'],
    check: values => [
      ...eachEnv(values).flatMap(([path, env]) =>
        repeated(env, variable => variable.name).map(
          index => `${path}[${index}].name`,
        ),
      ),
      ...inContainers(values, 'env').flatMap(([path, env]) =>
        repeated(env, variable => textOf(variable.name)).map(
          index => `${path}[${index}].name`,
        ),
      ),
    ],
  },
  {
    id: 'env-two-values',
    message: 'cannot stand beside value',
    remedy: 'Keep value or valueFrom',
    reads: ['extraEnv'],
    check: values =>
      eachEnv(values).flatMap(([path, env]) =>
        env.flatMap((variable, index) =>
          at(
            `${path}[${index}].valueFrom`,
            variable.value !== undefined && variable.valueFrom !== undefined,
          ),
        ),
      ),
  },
  {
    id: 'container-reserved',
    message: 'is the name of a container of the chart itself',
    remedy: 'Choose another name',
    reads: ['extraContainers'],
    check: ({ extraContainers }) =>
      extraContainers.flatMap(({ name }, index) =>
        at(`extraContainers[${index}].name`, reserved.container.test(name)),
      ),
  },
  {
    id: 'container-repeated',
    message: 'is the name of an earlier container too',
    remedy: 'Give each container its own name',
    reads: ['extraContainers'],
    check: ({ extraContainers }) =>
      repeated(extraContainers, container => container.name).map(
        index => `extraContainers[${index}].name`,
      ),
  },
  {
    id: 'port-taken',
    message: 'is a port of the API, the dashboard or an earlier container',
    remedy: 'Choose another port: the containers of a pod share their ports',
    reads: ['extraContainers', 'config.api.port', 'dashboard.port'],
    check: values => {
      const taken = new Set([
        `TCP/${values.config.api.port}`,
        `TCP/${values.dashboard.port}`,
      ]);
      return containerPorts(values).flatMap(({ path, entry }) => {
        if (typeof entry.containerPort !== 'number') {
          return [];
        }
        const key = `${textOf(entry.protocol) ?? 'TCP'}/${entry.containerPort}`;
        const broken = taken.has(key);
        taken.add(key);
        return at(`${path}.containerPort`, broken);
      });
    },
  },
  {
    id: 'port-name-taken',
    message:
      'is the name of a port of the API, the dashboard or an earlier container',
    remedy: 'Choose another name',
    reads: ['extraContainers'],
    check: values => {
      const taken = new Set<string>(reserved.ports);
      return containerPorts(values).flatMap(({ path, entry }) => {
        const name = textOf(entry.name);
        if (name === undefined) {
          return [];
        }
        const broken = taken.has(name);
        taken.add(name);
        return at(`${path}.name`, broken);
      });
    },
  },
  {
    id: 'pull-secret-repeated',
    message: 'is named by an earlier entry too',
    remedy: 'Name each Secret once',
    reads: ['imagePullSecrets'],
    check: ({ imagePullSecrets }) =>
      repeated(imagePullSecrets, ref => ref.name).map(
        index => `imagePullSecrets[${index}].name`,
      ),
  },
  {
    id: 'topology-spread-repeated',
    message: 'has the topologyKey and whenUnsatisfiable of an earlier entry',
    remedy: 'Keep one of the two',
    reads: ['topologySpreadConstraints'],
    check: ({ topologySpreadConstraints }) =>
      repeated(
        topologySpreadConstraints,
        ({ topologyKey, whenUnsatisfiable }) =>
          JSON.stringify([
            textOf(topologyKey) ?? '',
            textOf(whenUnsatisfiable) ?? '',
          ]),
      ).map(index => `topologySpreadConstraints[${index}]`),
  },
  {
    id: 'grace-period-too-short',
    message:
      'must be more than 5: the containers wait 5 seconds before they stop',
    remedy: 'Write 30',
    reads: ['terminationGracePeriodSeconds'],
    check: values =>
      at(
        'terminationGracePeriodSeconds',
        values.terminationGracePeriodSeconds <= 5,
      ),
  },
  {
    id: 'probe-needs-one-handler',
    message: 'must have exactly one of exec, grpc, httpGet and tcpSocket',
    remedy: 'Set httpGet to null when you write another',
    reads: [...PROBES],
    check: values =>
      PROBES.flatMap(probe =>
        at(
          probe,
          HANDLERS.filter(handler => Object.hasOwn(values[probe], handler))
            .length !== 1,
        ),
      ),
  },
  {
    id: 'sysctl-reserved',
    message:
      'holds net.ipv4.ip_unprivileged_port_start, which the chart sets for a port below 1024',
    remedy: 'Leave it out, or choose dashboard.port above 1023',
    reads: ['podSecurityContext', 'dashboard.port'],
    check: values =>
      at(
        'podSecurityContext.sysctls',
        values.dashboard.port < 1024 &&
          maps(values.podSecurityContext.sysctls).some(
            sysctl => sysctl.name === 'net.ipv4.ip_unprivileged_port_start',
          ),
      ),
  },
  {
    id: 'api-port-privileged',
    message: 'must be above 1023: the API does not run as root',
    remedy: 'Write 8080',
    reads: ['config.api.port'],
    check: ({ config }) => at('config.api.port', config.api.port < 1024),
  },
  {
    id: 'rbac-default-service-account',
    message:
      'would give its rules to every pod that uses the default service account of the namespace',
    remedy: 'Set serviceAccount.create: true, or serviceAccount.name',
    reads: ['rbac.create', 'serviceAccount'],
    check: ({ rbac, serviceAccount }) =>
      at(
        'rbac.create',
        rbac.create &&
          !serviceAccount.create &&
          ['', 'default'].includes(serviceAccount.name),
      ),
  },
  {
    id: 'rbac-url-needs-cluster-role',
    message: 'is only for a ClusterRole',
    remedy: 'Set rbac.clusterScoped: true, or leave the rule out',
    reads: ['rbac'],
    check: ({ rbac }) =>
      rbac.rules.flatMap((rule, index) =>
        at(
          `rbac.rules[${index}].nonResourceURLs`,
          !rbac.clusterScoped && 'nonResourceURLs' in rule,
        ),
      ),
  },
];
