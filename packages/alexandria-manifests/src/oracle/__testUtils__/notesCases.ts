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
      'Alexandria is alexandria in the namespace library.\n\n',
      'From here:\n  kubectl port-forward --namespace library service/alexandria 8080:80\nand open http://localhost:8080\n',
      '\n\nWhether it works:\n  kubectl rollout status --namespace library deployment/alexandria\n  helm test --namespace library alexandria\n\nNot for production:\n  - ',
      '- The admin password is changeme, which everyone knows. Set auth.existingSecret.\n',
      '- The API makes the secret that signs sessions at its first start, and only the data volume keeps it. Set auth.existingSecret.\n',
      '- The image behind image.api.tag, image.orchestrator.tag, image.dashboard.tag may change under its tag. Pin a release.',
    ],
    [create, 'Nothing is kept', 'ExternalSecret'],
  ],
  [
    'production',
    production,
    [
      'Open https://alexandria.library.test\n',
      '\n\nThe pod starts when these Secrets are there. Read what you know into the variables first, as in: read -rs DATABASE_URL\n  kubectl create secret',
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
      'The SecretStore vault has to hold what the ExternalSecret alexandria-external asks for:\n  kubectl describe externalsecret --namespace library alexandria-external\n',
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
  [
    'a plain Ingress in development',
    {
      ingress: {
        enabled: true,
        tls: [],
        hosts: [{ host: 'a.test' }, { host: 'b.test' }],
      },
      config: { general: { devMode: true } },
    },
    [
      'Open http://a.test or http://b.test\n',
      '- Development mode is on. Set config.general.devMode: false in production.\n',
      '- Passkeys do not work without config.webauthn.rpId and rpOrigin.',
    ],
    [create, 'port-forward'],
  ],
  [
    'a gateway with any host name',
    { httpRoute: { enabled: true, parentRefs: [{ name: 'public' }] } },
    [
      'Open it at any host name of the gateways in httpRoute.parentRefs.\n',
      '- Passkeys do not work',
    ],
    ['port-forward', 'Open https://'],
  ],
  [
    'one certificate for two hosts',
    {
      ingress: {
        enabled: true,
        hosts: [{ host: 'a.test' }, { host: 'b.test' }],
        tls: [
          { secretName: 'mine', hosts: ['a.test'] },
          { secretName: 'mine', hosts: ['b.test'] },
        ],
      },
    },
    [
      `\n  ${create} tls --namespace library mine --cert=<file> --key=<file>\n\n`,
    ],
    [`mine --cert=<file> --key=<file>\n  ${create}`],
  ],
  [
    'providers and an Ingress that are off',
    {
      federation: {
        providers: [okta, corporate],
        saml: { keyPair: 'existingSecret' },
      },
      ingress: { tls: [{ secretName: 'mine', hosts: ['a.test'] }] },
      image: { dashboard: { tag: 'v1.2.3-rc.1' } },
    },
    ['- The image behind image.api.tag, image.orchestrator.tag may change'],
    [create, 'Passkeys'],
  ],
  [
    'a certificate of an Issuer, and secrets of the team',
    {
      ingress: {
        enabled: true,
        annotations: { 'cert-manager.io/issuer': 'letsencrypt' },
      },
      auth: { existingSecret: 'alexandria-auth' },
      image: { api: { digest: `sha256:${'0'.repeat(64)}` } },
    },
    [
      `${create} generic --namespace library alexandria-auth --from-literal=jwt-secret="$(openssl rand -base64 32)" --from-literal=admin-password="$(openssl rand -base64 24)"\n`,
      '- The image behind image.orchestrator.tag, image.dashboard.tag may change',
    ],
    ['create secret tls', 'changeme', 'signs sessions'],
  ],
  [
    'a client secret from outside beside one of the team, and a key of two backends',
    {
      externalSecrets: {
        enabled: true,
        oidcClientSecrets: { okta: { key: 'okta' } },
      },
      federation: { enabled: true, providers: [okta, azure] },
      llmBackends: [
        { ...claude, apiKeySecretRef: claudeKey },
        {
          ...claude,
          name: 'second',
          apiKeyEnvVar: 'SECOND',
          apiKeySecretRef: claudeKey,
        },
      ],
    },
    [
      `alexandria-oidc --from-literal=oidc-azure-eu-client-secret="$OIDC_AZURE_EU_CLIENT_SECRET"\n`,
      `alexandria-llm --from-literal=claude-api-key="$CLAUDE_API_KEY"\n`,
    ],
    ['oidc-okta', 'changeme'],
  ],
];

/** For a release called alexandria in the namespace library. */
export const notesCases: NotesCase[] = table.map(
  ([name, values, said, unsaid]) => ({ name, values, said, unsaid }),
);
