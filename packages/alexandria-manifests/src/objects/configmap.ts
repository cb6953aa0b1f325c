import { providerKeys, samlKeyPair, tomlKey } from '../assumptions';
import { Provider } from '../values/model/federation';
import { Values } from '../values/valuesSchema';
import { KubernetesObject, objectMeta, RenderContext } from './context';
import { hasSamlSecret } from './deployment/volumes';
import { sortedEntries } from './sortedEntries';
import { tomlLine, TomlValue } from './toml';

/** A table from the values' own keys. */
function table(
  header: string,
  fields: Record<string, TomlValue | undefined>,
): string {
  const lines = Object.entries(fields).flatMap(([key, value]) =>
    value === undefined ? [] : [tomlLine(tomlKey(key), value)],
  );
  return [`[${header}]`, ...lines].join('\n');
}

function providerTable(provider: Provider): string {
  const given: Record<string, TomlValue | undefined> = { ...provider };
  const lines = providerKeys.flatMap(key => {
    const value = given[key];
    return value === undefined ? [] : [tomlLine(key, value)];
  });
  return ['[[federation.providers]]', ...lines].join('\n');
}

function federationTables(context: RenderContext): string[] {
  const { enabled, providers } = context.values.federation;
  if (!enabled) {
    return [];
  }
  const { directory, files } = samlKeyPair;
  const saml = [
    '[federation.saml]',
    ...Object.entries(files).map(([key, file]) =>
      tomlLine(key, `${directory}/${file}`),
    ),
  ].join('\n');
  return [
    table('federation', { enabled }),
    ...(hasSamlSecret(context) ? [saml] : []),
    ...providers.map(providerTable),
  ];
}

function extraTables(extra: Values['config']['extra']): string[] {
  return sortedEntries(extra).map(([header, fields]) =>
    [
      `[${header}]`,
      ...sortedEntries(fields).map(([key, value]) => tomlLine(key, value)),
    ].join('\n'),
  );
}

/** alexandria.conf. It holds no credential: those reach the containers as variables from Secrets. */
export function alexandriaConf(context: RenderContext): string {
  const { config, metrics } = context.values;
  const { rpId, rpOrigin, rpName } = config.webauthn;
  const { lockout, ...security } = config.security;
  const tables = [
    table('general', {
      logLevel: config.general.logLevel,
      devMode: config.general.devMode,
    }),
    table('api', {
      bind: config.api.bind,
      port: config.api.port,
      impl: config.api.impl,
    }),
    table('webauthn', {
      rpName,
      rpId: rpId || undefined,
      rpOrigin: rpOrigin || undefined,
    }),
    table('security', {
      enabled: security.enabled,
      csp: security.csp,
      hstsMaxAge: security.hstsMaxAge,
      hstsIncludeSubdomains: security.hstsIncludeSubdomains,
    }),
    table('security.lockout', {
      enabled: lockout.enabled,
      maxAttempts: lockout.maxAttempts,
      windowSeconds: lockout.windowSeconds,
      lockoutSeconds: lockout.lockoutSeconds,
    }),
    table('metrics', { enabled: metrics.enabled, path: metrics.path }),
    ...federationTables(context),
    ...extraTables(config.extra),
  ];
  return `${tables.join('\n\n')}\n`;
}

export function configMapData(context: RenderContext): Record<string, string> {
  return { 'alexandria.conf': alexandriaConf(context) };
}

export function configMap(context: RenderContext): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: objectMeta(context, context.names.config),
    data: configMapData(context),
  };
}
