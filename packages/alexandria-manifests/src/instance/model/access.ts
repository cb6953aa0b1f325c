import { z } from 'zod';
import { text } from '../../values/model/fields';
import * as patterns from '../../values/model/patterns';
import {
  described,
  dnsLabel,
  noSecret,
  noCredential,
  optionalObjectName,
} from './fields';

const httpsUrl = noCredential(
  text(
    'an http or https URL without user, password and fragment',
    patterns.httpUrl,
    2048,
  ),
);
const line = (maxLength: number) =>
  noSecret(text('one line of text', patterns.oneLine, maxLength).min(1));

const common = {
  name: described(
    dnsLabel(40),
    'Name',
    'Short name of the provider, such as okta. Part of its sign-in address.',
  ),
  autoCreateUsers: described(
    z.boolean(),
    'Create users',
    'Create a user at the first sign-in.',
  ).default(true),
  defaultRole: described(
    line(200),
    'Role of new users',
    'Role that a new user gets.',
  ).default('user'),
};

const oidc = z.strictObject({
  ...common,
  kind: z.literal('oidc'),
  issuer: described(
    httpsUrl,
    'Issuer',
    'Issuer URL, such as https://your-org.okta.com.',
  ),
  clientId: described(
    line(500),
    'Client ID',
    'The client ID, which is no secret. The client secret goes into a Kubernetes Secret.',
  ),
});

const saml = z.strictObject({
  ...common,
  kind: z.literal('saml'),
  metadataUrl: described(
    httpsUrl,
    'Metadata URL',
    "Address of the identity provider's metadata.",
  ),
});

export const access = z.strictObject({
  rpName: described(
    line(64),
    'Name shown with passkeys',
    'What people see when they register a passkey.',
  ).default('Alexandria'),
  providers: described(
    z.array(z.discriminatedUnion('kind', [oidc, saml])).max(20),
    'Single sign-on',
    'OIDC and SAML providers. Passkeys and passwords work without any.',
  ).default([]),
  samlKeyPair: described(
    z.enum(['firstBoot', 'existingSecret', 'certManager']),
    'SAML key pair',
    'Made at first start and kept on the data volume, taken from a Secret, or issued by cert-manager.',
  ).default('firstBoot'),
  samlIssuer: described(
    z.strictObject({
      name: described(
        optionalObjectName(),
        'Issuer',
        'Name of the cert-manager issuer.',
      ).default(''),
      kind: described(
        z.enum(['Issuer', 'ClusterIssuer']),
        'Kind',
        'Issuer of the namespace, or ClusterIssuer.',
      ).default('Issuer'),
    }),
    'SAML issuer',
    'Needed when cert-manager issues the SAML key pair.',
  ).prefault({}),
});
