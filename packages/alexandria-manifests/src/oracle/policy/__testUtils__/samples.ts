import { KubernetesObject } from '../../../objects';
import { ValuesInput } from '../../../values/valuesSchema';
import { corporate, okta } from '../../corpus/accepted/parts';
import { renderedCase, repositoryObjects } from './renderedCases';

const postgres: ValuesInput = {
  config: { database: { existingSecret: 'alexandria-db' } },
  persistence: { accessMode: 'ReadWriteMany' },
};

const claude = {
  name: 'claude',
  url: 'https://api.anthropic.com',
  kind: 'claude',
  model: 'claude-sonnet-4-6',
  apiKeyEnvVar: 'ANTHROPIC_API_KEY',
};

/** Everything at once, as far as it goes together: Ingress, autoscaler and the SAML Job. */
const whole: ValuesInput = {
  ...postgres,
  auth: { existingSecret: 'alexandria-auth' },
  autoscaling: { enabled: true, minReplicas: 2 },
  pdb: { enabled: true },
  rbac: {
    create: true,
    rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }],
  },
  federation: {
    enabled: true,
    providers: [okta, corporate],
    saml: { keyPair: 'job' },
  },
  llmBackends: [
    { ...claude, apiKeySecretRef: { name: 'alexandria-llm', key: 'claude' } },
  ],
  ingress: { enabled: true },
  networkPolicy: { enabled: true, postgres: { cidr: '10.0.0.0/16' } },
  metrics: { enabled: true, serviceMonitor: { enabled: true } },
};

/** The other choices: a route, External Secrets and cert-manager, on a fixed number of pods. */
const other: ValuesInput = {
  ...postgres,
  replicaCount: 2,
  pdb: { enabled: true },
  externalSecrets: {
    enabled: true,
    databaseUrlKey: 'alexandria/database-url',
    oidcClientSecrets: { okta: { key: 'alexandria/okta' } },
    llmApiKeys: { claude: { key: 'alexandria/claude' } },
  },
  config: { database: { url: '' } },
  federation: {
    enabled: true,
    providers: [okta, corporate],
    saml: {
      keyPair: 'certManager',
      certManager: { issuerRef: { name: 'internal' } },
    },
  },
  llmBackends: [claude],
  httpRoute: { enabled: true, parentRefs: [{ name: 'public' }] },
};

const objectsOf = (name: string, values: ValuesInput) =>
  renderedCase({ name, values }).objects;

/** What the policies are tried on: nothing in it is against any of them. */
export const wholeObjects = (): KubernetesObject[] => objectsOf('whole', whole);

/** The same for the other choices. */
export const otherObjects = (): KubernetesObject[] => objectsOf('other', other);

/** One object at least of every kind that anything renders. */
export function allKinds(): KubernetesObject[] {
  const seen = new Set<string>();
  return [
    ...wholeObjects(),
    ...otherObjects(),
    ...objectsOf('a Role and a Secret', {
      auth: { jwtSecret: 'a' },
      rbac: { create: true, clusterScoped: false },
    }),
    ...repositoryObjects().flatMap(
      ({ objects }) => objects as KubernetesObject[],
    ),
  ].filter(({ kind }) => !seen.has(kind) && seen.add(kind));
}
