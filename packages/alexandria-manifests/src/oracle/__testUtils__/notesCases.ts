import { ValuesInput } from '../../values/valuesSchema';
import { ciCases } from './ciCases';
import {
  azure,
  claude,
  claudeKey,
  corporate,
  okta,
} from '../corpus/accepted/parts';

/** Values, and what the chart's notes say of them and do not say. */
export interface NotesCase {
  name: string;
  values: ValuesInput;
  said: string[];
  unsaid: string[];
}

const production = ciCases.filter(
  ({ name }) => name === 'ci/production-values.yaml',
)[0].values;

const create = 'kubectl create secret';
const federation: ValuesInput = {
  federation: {
    enabled: true,
    providers: [okta, corporate, azure],
    saml: { keyPair: 'existingSecret' },
  },
  llmBackends: [
    { ...claude, apiKeySecretRef: claudeKey },
    {
      ...claude,
      name: 'second',
      apiKeyEnvVar: 'SECOND',
      apiKeySecretRef: { ...claudeKey, key: 'second' },
    },
  ],
  imagePullSecrets: [{ name: 'regcred' }],
};

const table: [string, ValuesInput, string[], string[]][] = [
  [
    'the defaults',
    {},
    [
      'kubectl port-forward --namespace library service/alexandria 8080:80\n',
      'helm test --namespace library alexandria\n',
      '- The admin password is changeme',
      '- The API makes the secret that signs sessions',
      '- The image behind image.api.tag, image.orchestrator.tag, image.dashboard.tag may change',
    ],
    [create, 'Nothing is kept', 'ExternalSecret'],
  ],
  [
    'production',
    production,
    [
      'Open https://alexandria.library.test\n',
      `${create} generic --namespace library alexandria-auth --from-literal=jwt-secret="$(openssl rand -base64 32)"`,
      `${create} generic --namespace library alexandria-database --from-literal=database-url="$DATABASE_URL"\n`,
      `${create} tls --namespace library alexandria-tls`,
    ],
    ['port-forward', 'Not for production'],
  ],
  [
    'no persistence, and secrets in the values',
    {
      persistence: { enabled: false },
      auth: { jwtSecret: 'hush-hush', adminPassword: 'quite-secret' },
      config: { database: { url: 'postgres://u:very-secret@db/a' } },
    },
    ['- Nothing is kept'],
    ['hush-hush', 'quite-secret', 'very-secret', 'changeme'],
  ],
  [
    'federation, backends and a registry',
    federation,
    [
      `${create} generic --namespace library alexandria-oidc --from-literal=oidc-okta-client-secret="$OIDC_OKTA_CLIENT_SECRET" --from-literal=oidc-azure-eu-client-secret="$OIDC_AZURE_EU_CLIENT_SECRET"\n`,
      `${create} tls --namespace library alexandria-saml`,
      `${create} generic --namespace library alexandria-llm --from-literal=claude-api-key="$CLAUDE_API_KEY" --from-literal=second="$SECOND"\n`,
      `${create} docker-registry --namespace library regcred`,
    ],
    [],
  ],
  [
    'external secrets behind a gateway',
    {
      externalSecrets: {
        enabled: true,
        oidcClientSecrets: { okta: { key: 'okta' } },
      },
      federation: { enabled: true, providers: [okta] },
      httpRoute: {
        enabled: true,
        parentRefs: [{ name: 'public' }],
        hostnames: ['a.example.com', 'b.example.com'],
      },
    },
    [
      'Open https://a.example.com or https://b.example.com\n',
      'The SecretStore vault has to hold what the ExternalSecret alexandria-external asks for',
      '- Passkeys do not work',
    ],
    [create, 'changeme'],
  ],
  [
    'a certificate from cert-manager',
    {
      ingress: {
        enabled: true,
        annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt' },
      },
    },
    ['Open https://alexandria.example.com\n'],
    ['alexandria-tls'],
  ],
];

/** For a release called alexandria in the namespace library. */
export const notesCases: NotesCase[] = table.map(
  ([name, values, said, unsaid]) => ({ name, values, said, unsaid }),
);
