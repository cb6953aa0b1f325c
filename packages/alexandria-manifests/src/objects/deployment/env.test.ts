import { ValuesInput } from '../../values/valuesSchema';
import { contextOf } from '../__testUtils__/contextOf';
import { apiEnv, EnvEntry, llmInitEnv, orchestratorEnv } from './env';

const okta = {
  name: 'okta-eu',
  kind: 'oidc',
  issuer: 'https://okta.example.com',
  client_id: 'a',
  redirect_uri: 'https://a.example.com/auth/oidc/okta-eu/callback',
} as const;
const backend = (name: string, apiKeyEnvVar: string) => ({
  name,
  url: 'https://api.example.com',
  kind: 'claude',
  model: 'a',
  apiKeyEnvVar,
  apiKeySecretRef: { name: 'llm', key: name },
});
const values: ValuesInput = {
  auth: { existingSecret: 'auth' },
  config: { database: { existingSecret: 'db', existingSecretKey: 'url' } },
  federation: { enabled: true, providers: [okta] },
  llmBackends: [backend('one', 'ONE_KEY'), backend('two', 'TWO_KEY')],
  otel: { enabled: true },
};

const names = (env: EnvEntry[]) => env.map(({ name }) => name);
const OTEL = [
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'OTEL_EXPORTER_OTLP_PROTOCOL',
  'OTEL_SERVICE_NAME',
];

describe('the variables', () => {
  const context = contextOf(values);

  it('of the API hold what signs people in, and no LLM key', () => {
    expect(names(apiEnv(context))).toEqual([
      'ALEXANDRIA_JWT_SECRET',
      'ALEXANDRIA_ADMIN_PASSWORD',
      'ALEXANDRIA_DATABASE_URL',
      'ALEXANDRIA_OIDC_OKTA_EU_CLIENT_SECRET',
      ...OTEL,
    ]);
  });

  it('of the orchestrator hold the LLM keys, and nothing to sign in with', () => {
    expect(names(orchestratorEnv(context))).toEqual([
      'ALEXANDRIA_DATABASE_URL',
      'ONE_KEY',
      'TWO_KEY',
      ...OTEL,
    ]);
  });

  it('of an llm-init container hold its own key and no other', () => {
    const [first] = context.values.llmBackends;
    expect(names(llmInitEnv(context, first))).toEqual([
      'ALEXANDRIA_DATABASE_URL',
      'ONE_KEY',
    ]);
  });

  it('never hold a secret themselves', () => {
    const inline = contextOf({
      auth: { jwtSecret: 'hush-jwt', adminPassword: 'hush-admin' },
      config: { database: { url: 'postgres://u:hush-db@db/a' } },
    });
    const all = [...apiEnv(inline), ...orchestratorEnv(inline)];
    expect(names(all)).toContain('ALEXANDRIA_JWT_SECRET');
    expect(JSON.stringify(all)).not.toContain('hush');
  });

  it('want no admin password of an existing Secret', () => {
    const [, password] = apiEnv(context);
    expect(password).toMatchObject({
      valueFrom: { secretKeyRef: { name: 'auth', optional: true } },
    });
  });
});
