import { z } from 'zod';
import { integer, list, text, withDefault } from './fields';
import { image } from './image';
import { optionalObjectName } from './kubernetes';
import * as patterns from './patterns';

const name = text(
  'a DNS label: lower-case letters, digits and "-"',
  patterns.dnsLabel,
  40,
);
const url = text(
  'an http or https URL without user, password and fragment',
  patterns.httpUrl,
  2048,
);
const role = text('one line of text', patterns.oneLine, 200).min(1);

export const oidcProvider = z.strictObject({
  name,
  kind: z.literal('oidc'),
  issuer: url,
  client_id: text('one line of text', patterns.oneLine, 500).min(1),
  redirect_uri: url,
  auto_create_users: z.boolean().optional(),
  default_role: role.optional(),
});
export type OidcProvider = z.output<typeof oidcProvider>;

export const samlProvider = z.strictObject({
  name,
  kind: z.literal('saml'),
  metadata_url: url,
  entity_id: text('one line of text', patterns.oneLine, 500).min(1).optional(),
  acs_url: url.optional(),
  auto_create_users: z.boolean().optional(),
  default_role: role.optional(),
});
export type SamlProvider = z.output<typeof samlProvider>;

export const provider = z.discriminatedUnion('kind', [
  oidcProvider,
  samlProvider,
]);
export type Provider = z.output<typeof provider>;

const duration = text(
  'a duration such as 720h, in units up to h',
  patterns.goDuration,
);

const saml = z.strictObject({
  keyPair: withDefault(
    z.enum(['firstBoot', 'existingSecret', 'certManager', 'job']),
    'firstBoot',
  ),
  existingSecret: withDefault(optionalObjectName, ''),
  certManager: z.strictObject({
    issuerRef: z.strictObject({
      name: withDefault(optionalObjectName, ''),
      kind: withDefault(text('a kind', /^[A-Za-z][A-Za-z0-9]*$/), 'Issuer'),
      group: withDefault(
        text('an API group', patterns.dnsSubdomain),
        'cert-manager.io',
      ),
    }),
    duration: withDefault(duration, '87600h'),
    renewBefore: withDefault(duration, '720h'),
  }),
  job: z.strictObject({
    image: image('docker.io/alpine/k8s', '1.35.2'),
    validityDays: withDefault(integer(1, 36500), 3650),
  }),
});

export const federation = z.strictObject({
  enabled: withDefault(z.boolean(), false),
  providers: list(provider),
  existingSecret: withDefault(optionalObjectName, ''),
  saml,
});
