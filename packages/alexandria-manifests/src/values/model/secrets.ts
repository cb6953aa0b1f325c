import { z } from 'zod';
import { anyText, text, withDefault } from './fields';
import { optionalObjectName } from './kubernetes';
import * as patterns from './patterns';

export const auth = z.strictObject({
  jwtSecret: withDefault(anyText(), ''),
  adminPassword: withDefault(anyText(), 'changeme'),
  existingSecret: withDefault(optionalObjectName, ''),
});

const key = (what: string) => text(what, patterns.storeKey, 1024);
const optionalKey = key('a key of the secret store without spaces, or ""');
const property = withDefault(
  key('a property of the key without spaces, or ""'),
  '',
);

/** A place in the secret store: the key and, for stores whose keys hold several values, the property. */
export const storeRef = z.strictObject({
  key: key('a key of the secret store without spaces').min(1),
  property: key('a property of the key without spaces, or ""').optional(),
});

const providerName = text('the name of a provider', patterns.dnsLabel, 54);

export const externalSecrets = z.strictObject({
  enabled: withDefault(z.boolean(), false),
  secretStoreName: withDefault(optionalObjectName, 'vault'),
  secretStoreKind: withDefault(
    z.enum(['SecretStore', 'ClusterSecretStore']),
    'SecretStore',
  ),
  refreshInterval: withDefault(
    text('a duration such as 30m or 1h', patterns.goDuration),
    '1h',
  ),
  adminPasswordKey: withDefault(optionalKey, 'alexandria/admin-password'),
  adminPasswordProperty: property,
  jwtSecretKey: withDefault(optionalKey, 'alexandria/jwt-secret'),
  jwtSecretProperty: property,
  databaseUrlKey: withDefault(optionalKey, ''),
  databaseUrlProperty: property,
  oidcClientSecrets: withDefault(z.record(providerName, storeRef), {}),
  llmApiKeys: withDefault(z.record(providerName, storeRef), {}),
});
