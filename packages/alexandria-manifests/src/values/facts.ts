import { OidcProvider, SamlProvider } from './model/federation';
import { Values } from './valuesSchema';

/** Where the Postgres URL comes from; `sqlite` when there is none. */
export type DatabaseSource =
  | 'sqlite'
  | 'url'
  | 'existingSecret'
  | 'externalSecret';

export function databaseSource(values: Values): DatabaseSource {
  const { url, existingSecret } = values.config.database;
  if (existingSecret !== '') {
    return 'existingSecret';
  }
  if (
    values.externalSecrets.enabled &&
    values.externalSecrets.databaseUrlKey !== ''
  ) {
    return 'externalSecret';
  }
  return url === '' ? 'sqlite' : 'url';
}

/** The most pods that the values ask for, surge and disruption aside. */
export function replicasAtMost(values: Values): number {
  return values.autoscaling.enabled
    ? values.autoscaling.maxReplicas
    : values.replicaCount;
}

/** The fewest pods that the values ask for. */
export function replicasAtLeast(values: Values): number {
  return values.autoscaling.enabled
    ? values.autoscaling.minReplicas
    : values.replicaCount;
}

/** Where the secret that signs sessions comes from; `firstStart` is the API making one on the data volume. */
export type JwtSource =
  | 'existingSecret'
  | 'externalSecret'
  | 'value'
  | 'firstStart';

export function jwtSource(values: Values): JwtSource {
  if (values.auth.existingSecret !== '') {
    return 'existingSecret';
  }
  if (values.externalSecrets.enabled) {
    return values.externalSecrets.jwtSecretKey === ''
      ? 'firstStart'
      : 'externalSecret';
  }
  return values.auth.jwtSecret === '' ? 'firstStart' : 'value';
}

/** The OIDC providers in use: none while federation is off. */
export function oidcProviders(values: Values): OidcProvider[] {
  return values.federation.enabled
    ? values.federation.providers.filter(
        (provider): provider is OidcProvider => provider.kind === 'oidc',
      )
    : [];
}

/** The SAML providers in use: none while federation is off. */
export function samlProviders(values: Values): SamlProvider[] {
  return values.federation.enabled
    ? values.federation.providers.filter(
        (provider): provider is SamlProvider => provider.kind === 'saml',
      )
    : [];
}
