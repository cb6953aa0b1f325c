import { AcceptedCase } from './AcceptedCase';
import { azure, corporate, okta } from './parts';

const saml = (fields: object = {}) => ({
  enabled: true,
  providers: [corporate],
  saml: fields,
});

/** Sign-in through identity providers. */
export const federationCases: AcceptedCase[] = [
  {
    name: 'OIDC and SAML together, in both orders',
    values: {
      federation: { enabled: true, providers: [okta, corporate, azure] },
    },
  },
  {
    name: 'a SAML provider with no more than it needs',
    values: {
      federation: {
        enabled: true,
        providers: [
          {
            name: 'minimal',
            kind: 'saml',
            metadata_url: 'http://idp:8080/metadata',
          },
        ],
      },
    },
  },
  {
    name: 'providers that are switched off',
    values: {
      federation: {
        enabled: false,
        providers: [okta, corporate],
        saml: { keyPair: 'job' },
      },
    },
  },
  {
    name: 'text in a provider that TOML escapes',
    values: {
      federation: {
        enabled: true,
        providers: [
          {
            ...okta,
            client_id: 'a "quoted" \\ id – ünïcödé 🏛',
            default_role: 'on',
          },
        ],
      },
    },
  },
  { name: 'SAML at first boot', values: { federation: saml() } },
  {
    name: 'SAML from an existing Secret',
    values: { federation: saml({ keyPair: 'existingSecret' }) },
  },
  {
    name: 'SAML from an existing Secret of another name',
    values: {
      federation: saml({
        keyPair: 'existingSecret',
        existingSecret: 'saml.corp',
      }),
    },
  },
  {
    name: 'SAML from cert-manager',
    values: {
      federation: saml({
        keyPair: 'certManager',
        certManager: { issuerRef: { name: 'internal-ca' } },
      }),
    },
  },
  {
    name: 'SAML from another issuer of cert-manager',
    values: {
      federation: saml({
        keyPair: 'certManager',
        existingSecret: 'idp-pinned',
        certManager: {
          issuerRef: {
            name: 'vault.prod',
            kind: 'VaultIssuer',
            group: 'issuers.example.com',
          },
          duration: '8760h30m',
          renewBefore: '72h',
        },
      }),
    },
  },
  {
    name: 'SAML from the job',
    values: { federation: saml({ keyPair: 'job' }) },
  },
  {
    name: 'SAML from the job with everything around it',
    values: {
      federation: saml({
        keyPair: 'job',
        existingSecret: 'saml-pair',
        job: {
          image: {
            repository: 'registry.example.com:5000/tools/k8s',
            tag: '',
            digest: `sha256:${'0123456789abcdef'.repeat(4)}`,
            pullPolicy: 'Always',
          },
          validityDays: 36500,
        },
      }),
      commonLabels: { team: 'library' },
      podLabels: { only: 'server' },
      imagePullSecrets: [{ name: 'regcred' }],
      nodeSelector: { 'kubernetes.io/os': 'linux' },
      tolerations: [{ key: 'dedicated', operator: 'Exists' }],
      resources: { jobs: { requests: { cpu: '50m' }, limits: null } },
    },
  },
  {
    name: 'the key pair of the job without a SAML provider',
    values: {
      federation: {
        enabled: true,
        providers: [okta],
        saml: { keyPair: 'job' },
      },
    },
  },
];
