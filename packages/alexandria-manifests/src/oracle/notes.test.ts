/** @jest-environment node */
import { describeWithTools, helm, run } from '@alexandriaproject/test-rig';
import { ValuesInput } from '../values/valuesSchema';
import {
  azure,
  claude,
  claudeKey,
  corporate,
  okta,
} from './corpus/accepted/parts';
import { ciCases } from './__testUtils__/ciCases';
import { CHART } from './__testUtils__/helmTemplate';

/** What Helm prints after an installation. Helm 3, which does so with a cluster only, renders them in every other test. */
async function notes(values: ValuesInput): Promise<string> {
  const { code, stdout, stderr } = await run(
    await helm(4),
    [
      ...['install', 'alexandria', CHART, '--namespace', 'library'],
      ...['--dry-run=client', '--values', '-'],
    ],
    { input: JSON.stringify(values) },
  );
  if (code !== 0) {
    throw new Error(stderr);
  }
  return stdout.split('\nNOTES:\n')[1].trim();
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

/** Values, what the notes say of them, and what they do not. */
const cases: [string, ValuesInput, string[], string[]][] = [
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

describeWithTools('the notes of the chart', ['helm-4'], () => {
  it.each(cases)('of %s', async (_, values, said, unsaid) => {
    const text = await notes(values);
    expect(said.filter(part => !text.includes(part))).toEqual([]);
    expect(unsaid.filter(part => text.includes(part))).toEqual([]);
    expect(text).not.toMatch(/\n\n\n|[ \t]\n|<no value>/);
  });
});
