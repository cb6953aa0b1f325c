import { KubernetesObject } from '../../../objects';
import { ValuesInput } from '../../../values/valuesSchema';
import { corporate, okta } from '../../corpus/accepted/parts';
import { RenderedCase, renderedCase, repositoryObjects } from './renderedCases';

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

/** What the policies are tried on: nothing in it is against any of them. */
export const wholeCase = (): RenderedCase =>
  renderedCase({ name: 'whole', values: whole });

/** The same for the other choices. */
export const otherCase = (): RenderedCase =>
  renderedCase({ name: 'other', values: other });

/** One object at least of every kind that anything renders. */
export function allKinds(): KubernetesObject[] {
  const seen = new Set<string>();
  return [
    ...wholeCase().objects,
    ...otherCase().objects,
    ...renderedCase({
      name: 'a Role and a Secret',
      values: {
        auth: { jwtSecret: 'a' },
        rbac: { create: true, clusterScoped: false },
      },
    }).objects,
    ...repositoryObjects().flatMap(
      ({ objects }) => objects as KubernetesObject[],
    ),
  ].filter(({ kind }) => !seen.has(kind) && seen.add(kind));
}
