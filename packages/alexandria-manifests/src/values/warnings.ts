import { blockingBudget } from '../checklist/blockingBudget';
import { Issue } from '../result';
import { databaseSource, replicasAtMost, samlProviders } from './facts';
import { Values } from './valuesSchema';

interface Warning extends Issue {
  holds(values: Values): boolean;
}

const warnings: Warning[] = [
  {
    path: 'persistence.accessMode',
    message: 'SQLite on a ReadWriteMany volume risks a damaged database',
    remedy: 'Use ReadWriteOnce with SQLite, or move to Postgres',
    holds: values =>
      values.persistence.enabled &&
      values.persistence.accessMode === 'ReadWriteMany' &&
      databaseSource(values) === 'sqlite',
  },
  {
    path: 'pdb.minAvailable',
    message: 'keeps every pod, so that no node can be drained',
    remedy: 'Set pdb.minAvailable to null and pdb.maxUnavailable to 1',
    holds: values => blockingBudget(values).includes('pdb.minAvailable'),
  },
  {
    path: 'pdb.maxUnavailable',
    message: 'lets no pod go, so that no node can be drained',
    remedy: 'Set pdb.maxUnavailable to 1',
    holds: values => blockingBudget(values).includes('pdb.maxUnavailable'),
  },
  {
    path: 'auth.jwtSecret',
    message: 'is not used: auth.existingSecret or externalSecrets wins',
    remedy: 'Leave it empty',
    holds: ({ auth, externalSecrets }) =>
      auth.jwtSecret !== '' &&
      (auth.existingSecret !== '' || externalSecrets.enabled),
  },
  {
    path: 'config.webauthn.rpOrigin',
    message: 'and config.webauthn.rpId belong together, and one is empty',
    remedy: 'Set both',
    holds: ({ config: { webauthn } }) =>
      (webauthn.rpId === '') !== (webauthn.rpOrigin === ''),
  },
  {
    path: 'federation.saml.keyPair',
    message: 'is not used: there is no SAML provider',
    remedy: 'Leave it at firstBoot, or add a provider of kind saml',
    holds: values =>
      values.federation.saml.keyPair !== 'firstBoot' &&
      samlProviders(values).length === 0,
  },
  {
    path: 'federation.providers',
    message: 'are not used while federation.enabled is false',
    remedy: 'Set federation.enabled: true',
    holds: ({ federation }) =>
      !federation.enabled && federation.providers.length > 0,
  },
  {
    path: 'autoscaling.maxReplicas',
    message: 'is 1, so that the autoscaler has nothing to do',
    remedy: 'Raise it, or switch autoscaling off',
    holds: values => values.autoscaling.enabled && replicasAtMost(values) === 1,
  },
  {
    path: 'config.security.hstsIncludeSubdomains',
    message: 'does nothing while config.security.hstsMaxAge is 0',
    remedy: 'Set config.security.hstsMaxAge, for example 31536000',
    holds: ({ config: { security } }) =>
      security.hstsIncludeSubdomains && security.hstsMaxAge === 0,
  },
];

/** What works, and is probably not meant. */
export function valuesWarnings(values: Values): Issue[] {
  return warnings
    .filter(({ holds }) => holds(values))
    .map(({ path, message, remedy }) => ({ path, message, remedy }));
}
