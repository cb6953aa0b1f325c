import {
  databaseSource,
  jwtSource,
  oidcProviders,
  replicasAtMost,
} from '../values/facts';
import { releaseTag } from '../values/model/patterns';
import { Release, Values } from '../values/valuesSchema';
import { blockingBudget } from './blockingBudget';

/** What the document calls a year of HSTS. */
const YEAR_SECONDS = 31536000;
const EXAMPLE_HOST = /(^|\.)example\.(com|org|net)$/;
const CONTAINERS = ['api', 'orchestrator', 'dashboard'] as const;

/** One point of the production checklist of the source document. */
export interface ChecklistRule {
  id: string;
  title: string;
  severity: 'must' | 'should' | 'manual';
  /** The values it is about. */
  paths: string[];
  why: string;
  fix: string | ((release: Release) => string);
  /** @returns the value paths at which it is open, or that it does not apply. Absent where only a person can tell. */
  check?(values: Values): string[] | 'notApplicable';
}

const open = (path: string, isOpen: boolean) => (isOpen ? [path] : []);

const behindTls = (values: Values) =>
  values.config.webauthn.rpOrigin.startsWith('https://') ||
  (values.ingress.enabled && values.ingress.tls.length > 0) ||
  values.httpRoute.enabled;

export const checklistRules: readonly ChecklistRule[] = [
  {
    id: 'image-tags',
    title: 'images are pinned to release tags or digests',
    severity: 'must',
    paths: CONTAINERS.map(name => `image.${name}.tag`),
    why: 'A tag that moves gives each node its own version, and no way back.',
    fix: 'Set the tag to a release such as v1.0.0, or set the digest.',
    check: ({ image }) =>
      CONTAINERS.filter(
        name => image[name].digest === '' && !releaseTag.test(image[name].tag),
      ).map(name => `image.${name}.tag`),
  },
  {
    id: 'webauthn-domain',
    title: 'passkeys are bound to your domain',
    severity: 'must',
    paths: ['config.webauthn.rpId', 'config.webauthn.rpOrigin'],
    why: 'Passkeys work only on the domain they were made for, and cannot be moved later.',
    fix: 'Set rpId to the domain, and rpOrigin to https:// and the host that people open.',
    check: ({ config: { webauthn } }) => [
      ...open(
        'config.webauthn.rpId',
        webauthn.rpId === '' ||
          webauthn.rpId === 'localhost' ||
          EXAMPLE_HOST.test(webauthn.rpId),
      ),
      ...open(
        'config.webauthn.rpOrigin',
        !webauthn.rpOrigin.startsWith('https://'),
      ),
    ],
  },
  {
    id: 'auth-source',
    title: 'the JWT secret and the admin password come from you',
    severity: 'must',
    paths: [
      'auth.existingSecret',
      'externalSecrets.jwtSecretKey',
      'auth.adminPassword',
    ],
    why: 'changeme is known to everyone, and a secret made at first start lives only on the data volume.',
    fix: 'Create a Secret with jwt-secret and admin-password and name it in auth.existingSecret, or use External Secrets.',
    check: values => {
      const source = jwtSource(values);
      const ownPassword =
        values.auth.existingSecret === '' && !values.externalSecrets.enabled;
      return [
        ...open('auth.existingSecret', source === 'firstStart'),
        ...open(
          'auth.adminPassword',
          ownPassword && ['', 'changeme'].includes(values.auth.adminPassword),
        ),
      ];
    },
  },
  {
    id: 'hsts',
    title: 'browsers are told to stay on TLS for a year',
    severity: 'must',
    paths: ['config.security.hstsMaxAge', 'config.security.enabled'],
    why: 'Without HSTS the first request of a browser may be intercepted in plain text.',
    fix: 'Set config.security.hstsMaxAge to 31536000, with config.security.enabled.',
    check: values =>
      behindTls(values)
        ? [
            ...open('config.security.enabled', !values.config.security.enabled),
            ...open(
              'config.security.hstsMaxAge',
              values.config.security.hstsMaxAge < YEAR_SECONDS,
            ),
          ]
        : 'notApplicable',
  },
  {
    id: 'dev-mode',
    title: 'development mode is off',
    severity: 'must',
    paths: ['config.general.devMode'],
    why: 'Development mode relaxes checks that protect users.',
    fix: 'Set config.general.devMode to false.',
    check: ({ config }) =>
      open('config.general.devMode', config.general.devMode),
  },
  {
    id: 'postgres-for-replicas',
    title: 'more than one replica uses Postgres',
    severity: 'must',
    paths: ['config.database.existingSecret', 'externalSecrets.databaseUrlKey'],
    why: 'SQLite has a single writer.',
    fix: 'Put the Postgres URL into a Secret and name it in config.database.existingSecret.',
    check: values =>
      replicasAtMost(values) > 1
        ? open(
            'config.database.existingSecret',
            databaseSource(values) === 'sqlite',
          )
        : 'notApplicable',
  },
  {
    id: 'exposure-host',
    title: 'the exposed host is your own',
    severity: 'must',
    paths: ['ingress.hosts', 'httpRoute.hostnames'],
    why: 'A route without a host, or with the example one, answers for names that are not yours.',
    fix: 'Set the host that people open.',
    check: ({ ingress, httpRoute }) => {
      if (!ingress.enabled && !httpRoute.enabled) {
        return 'notApplicable';
      }
      return [
        ...open(
          'ingress.hosts',
          ingress.enabled &&
            ingress.hosts.some(({ host }) => EXAMPLE_HOST.test(host)),
        ),
        ...open(
          'httpRoute.hostnames',
          httpRoute.enabled &&
            (httpRoute.hostnames.length === 0 ||
              httpRoute.hostnames.some(host => EXAMPLE_HOST.test(host))),
        ),
      ];
    },
  },
  {
    id: 'federation-secret',
    title: 'the client secret of each OIDC provider has a source',
    severity: 'must',
    paths: ['federation.existingSecret', 'externalSecrets.oidcClientSecrets'],
    why: 'Without its client secret a provider refuses every sign-in.',
    fix: 'Create a Secret with oidc-<provider>-client-secret for each provider and name it in federation.existingSecret, or use External Secrets.',
    check: values => {
      const providers = oidcProviders(values);
      if (providers.length === 0) {
        return 'notApplicable';
      }
      return open(
        'federation.existingSecret',
        values.federation.existingSecret === '' &&
          providers.some(
            ({ name }) =>
              !values.externalSecrets.enabled ||
              !Object.hasOwn(values.externalSecrets.oidcClientSecrets, name),
          ),
      );
    },
  },
  {
    id: 'postgres',
    title: 'the database is Postgres',
    severity: 'should',
    paths: ['config.database.existingSecret', 'externalSecrets.databaseUrlKey'],
    why: 'Postgres has backups and failover, and lets you add replicas later.',
    fix: 'Put the Postgres URL into a Secret and name it in config.database.existingSecret.',
    check: values =>
      open(
        'config.database.existingSecret',
        databaseSource(values) === 'sqlite',
      ),
  },
  {
    id: 'exposure',
    title: 'people reach it through an Ingress or an HTTPRoute',
    severity: 'should',
    paths: ['ingress.enabled', 'httpRoute.enabled'],
    why: 'The service is reachable inside the cluster only.',
    fix: 'Switch on ingress or httpRoute and set the host.',
    check: ({ ingress, httpRoute }) =>
      open('ingress.enabled', !ingress.enabled && !httpRoute.enabled),
  },
  {
    id: 'federation-providers',
    title: 'single sign-on has its providers',
    severity: 'should',
    paths: ['federation.enabled', 'federation.providers'],
    why: 'Accounts that follow your directory end when people leave.',
    fix: 'Set federation.enabled and list the providers, if you use single sign-on.',
    // Never open: the guard federation-needs-provider refuses federation without one.
    check: ({ federation }) => (federation.enabled ? [] : 'notApplicable'),
  },
  {
    id: 'autoscaling',
    title: 'replicas follow the load',
    severity: 'should',
    paths: ['autoscaling.enabled'],
    why: 'The orchestrator is heavy; a fixed number of pods is either too few or too many.',
    fix: 'Enable autoscaling, with Postgres and a ReadWriteMany volume.',
    check: ({ autoscaling }) =>
      open('autoscaling.enabled', !autoscaling.enabled),
  },
  {
    id: 'disruption-budget',
    title: 'a disruption budget keeps pods running and lets nodes drain',
    severity: 'should',
    paths: ['pdb.enabled', 'pdb.minAvailable', 'pdb.maxUnavailable'],
    why: 'Upgrades of the cluster take pods away; with one replica minAvailable 1 would block every drain.',
    fix: 'Enable pdb. With one replica set pdb.minAvailable to null and pdb.maxUnavailable to 1.',
    check: values => [
      ...open('pdb.enabled', !values.pdb.enabled),
      ...blockingBudget(values),
    ],
  },
  {
    id: 'rbac',
    title: 'the pods run under a service account of their own',
    severity: 'should',
    paths: ['serviceAccount.create', 'serviceAccount.name', 'rbac.create'],
    why: 'Rights given to the default account of a namespace reach every pod in it.',
    fix: 'Set serviceAccount.create, and rbac.create with rules if the pods need the Kubernetes API.',
    check: ({ serviceAccount }) =>
      open(
        'serviceAccount.create',
        !serviceAccount.create && ['', 'default'].includes(serviceAccount.name),
      ),
  },
  {
    id: 'resources',
    title: 'every container has requests and a memory limit',
    severity: 'should',
    paths: CONTAINERS.map(name => `resources.${name}`),
    why: 'Without them one pod can starve its node, and the autoscaler has nothing to measure against.',
    fix: 'Set requests.cpu, requests.memory and limits.memory.',
    check: ({ resources }) =>
      CONTAINERS.filter(name => {
        const { requests = {}, limits = {} } = resources[name];
        return !(
          Object.hasOwn(requests, 'cpu') &&
          Object.hasOwn(requests, 'memory') &&
          Object.hasOwn(limits, 'memory')
        );
      }).map(name => `resources.${name}`),
  },
  {
    id: 'telemetry',
    title: 'traces or metrics are collected',
    severity: 'should',
    paths: ['otel.enabled', 'metrics.enabled'],
    why: 'Without them the first sign of trouble is a user.',
    fix: 'Enable otel or metrics.',
    check: ({ otel, metrics }) =>
      open('otel.enabled', !otel.enabled && !metrics.enabled),
  },
  {
    id: 'pods-ready',
    title: 'every pod is Running and READY 3/3',
    severity: 'manual',
    paths: [],
    why: 'Only the cluster knows whether the containers started.',
    fix: release => `Run kubectl get pods --namespace ${release.namespace}.`,
  },
  {
    id: 'login',
    title: 'a person can sign in',
    severity: 'manual',
    paths: [],
    why: 'Sign-in depends on the domain, the certificate and the identity provider together.',
    fix: 'Open the dashboard and sign in.',
  },
  {
    id: 'agent',
    title: 'an agent can be created',
    severity: 'manual',
    paths: [],
    why: 'It shows that the API reaches the orchestrator and the database.',
    fix: 'Create an agent in the dashboard.',
  },
  {
    id: 'query',
    title: 'a query is answered',
    severity: 'manual',
    paths: [],
    why: 'It shows that the orchestrator reaches an LLM backend.',
    fix: 'Run a query with the agent.',
  },
];
