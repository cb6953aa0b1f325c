import { envNames } from '../../assumptions';
import { databaseSource, jwtSource, oidcProviders } from '../../values/facts';
import { LlmBackend } from '../../values/model/llmBackend';
import { RenderContext } from '../context';
import { secretKeys } from '../secretKeys';
import { literalText } from './literalText';

/** An entry of a container's `env`. */
export type EnvEntry = Record<string, unknown> & { name: string };

interface SecretKey {
  name: string;
  key: string;
  optional?: true;
}

function fromSecret(name: string, secretKeyRef: SecretKey): EnvEntry {
  return { name, valueFrom: { secretKeyRef } };
}

function jwtSecret({ values, names }: RenderContext): EnvEntry[] {
  const secrets = {
    existingSecret: values.auth.existingSecret,
    externalSecret: names.externalSecret,
    value: names.secret,
    firstStart: undefined,
  };
  const name = secrets[jwtSource(values)];
  return name === undefined
    ? []
    : [fromSecret(envNames.jwtSecret, { name, key: secretKeys.jwtSecret })];
}

function adminPassword({ values, names }: RenderContext): EnvEntry[] {
  const key = secretKeys.adminPassword;
  const entry = (ref: SecretKey) => [fromSecret(envNames.adminPassword, ref)];
  if (values.auth.existingSecret !== '') {
    // The production pattern of the document creates a Secret with jwt-secret alone.
    return entry({ name: values.auth.existingSecret, key, optional: true });
  }
  if (values.externalSecrets.enabled) {
    return values.externalSecrets.adminPasswordKey === ''
      ? []
      : entry({ name: names.externalSecret, key });
  }
  return values.auth.adminPassword === ''
    ? []
    : entry({ name: names.secret, key });
}

function databaseUrl({ values, names }: RenderContext): EnvEntry[] {
  const key = secretKeys.databaseUrl;
  const refs = {
    existingSecret: {
      name: values.config.database.existingSecret,
      key: values.config.database.existingSecretKey,
    },
    externalSecret: { name: names.externalSecret, key },
    url: { name: names.secret, key },
    sqlite: undefined,
  };
  const ref = refs[databaseSource(values)];
  return ref === undefined ? [] : [fromSecret(envNames.databaseUrl, ref)];
}

function oidcClientSecrets({ values, names }: RenderContext): EnvEntry[] {
  const { enabled, oidcClientSecrets: stored } = values.externalSecrets;
  return oidcProviders(values).map(({ name }) =>
    fromSecret(envNames.oidcClientSecret(name), {
      name:
        enabled && Object.hasOwn(stored, name)
          ? names.externalSecret
          : names.oidcSecret,
      key: secretKeys.oidcClientSecret(name),
    }),
  );
}

/** The Secret that holds a backend's key; undefined when the key comes from extraEnv, extraEnvFrom or another backend. */
function ownLlmKey(
  { values, names }: RenderContext,
  backend: LlmBackend,
): SecretKey | undefined {
  const { enabled, llmApiKeys } = values.externalSecrets;
  if (enabled && Object.hasOwn(llmApiKeys, backend.name)) {
    return {
      name: names.externalSecret,
      key: secretKeys.llmApiKey(backend.name),
    };
  }
  return backend.apiKeySecretRef;
}

/** The key's variable of each backend in turn; backends that share a variable share its one source. */
function llmKeys(context: RenderContext, backends: LlmBackend[]): EnvEntry[] {
  const variables = new Set(
    backends.flatMap(backend => backend.apiKeyEnvVar ?? []),
  );
  return [...variables].flatMap(variable => {
    const [ref] = context.values.llmBackends
      .filter(backend => backend.apiKeyEnvVar === variable)
      .flatMap(backend => ownLlmKey(context, backend) ?? []);
    return ref === undefined ? [] : [fromSecret(variable, ref)];
  });
}

function telemetry(
  { values, names }: RenderContext,
  container: string,
): EnvEntry[] {
  const { enabled, endpoint } = values.otel;
  return enabled
    ? [
        { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: literalText(endpoint) },
        { name: 'OTEL_EXPORTER_OTLP_PROTOCOL', value: 'http/protobuf' },
        { name: 'OTEL_SERVICE_NAME', value: `${names.fullname}-${container}` },
      ]
    : [];
}

export function apiEnv(context: RenderContext): EnvEntry[] {
  return [
    ...jwtSecret(context),
    ...adminPassword(context),
    ...databaseUrl(context),
    ...oidcClientSecrets(context),
    ...telemetry(context, 'api'),
    ...context.values.extraEnv.api,
  ];
}

export function orchestratorEnv(context: RenderContext): EnvEntry[] {
  const { values } = context;
  return [
    ...databaseUrl(context),
    ...llmKeys(context, values.llmBackends),
    ...telemetry(context, 'orchestrator'),
    ...values.extraEnv.orchestrator,
  ];
}

/** Env of the init container that registers a backend: its own key and no other. */
export function llmInitEnv(
  context: RenderContext,
  backend: LlmBackend,
): EnvEntry[] {
  return [
    ...databaseUrl(context),
    ...llmKeys(context, [backend]),
    ...context.values.extraEnv.orchestrator,
  ];
}
