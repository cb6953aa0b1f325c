import { ValuesInput } from '../../../values/valuesSchema';
import { BrokenCase } from './BrokenCase';
import { oidc, saml } from './parts';

const production: ValuesInput = {
  checklist: { enforce: true },
  image: {
    api: { tag: 'v1.0.0' },
    orchestrator: { tag: '1.0.0-rc.1' },
    dashboard: { digest: `sha256:${'0'.repeat(64)}` },
  },
  config: {
    webauthn: {
      rpId: 'alexandria.acme.org',
      rpOrigin: 'https://alexandria.acme.org',
    },
    security: { hstsMaxAge: 31536000 },
  },
  auth: { existingSecret: 'alexandria-auth' },
};

/** Values that meet the checklist, so that `enforce` says nothing. */
export const meetsChecklist = production;

/** At least one case of every "must" of the production checklist. */
export const brokenByChecklist: BrokenCase[] = [
  {
    id: 'checklist/image-tags',
    values: {
      ...production,
      image: {
        api: { tag: 'main' },
        orchestrator: { tag: 'v1.0' },
        dashboard: { tag: '' },
      },
    },
  },
  {
    id: 'checklist/webauthn-domain',
    values: {
      ...production,
      config: { webauthn: { rpId: 'a.example.com', rpOrigin: '' } },
    },
  },
  {
    id: 'checklist/webauthn-domain',
    values: {
      ...production,
      config: {
        webauthn: { rpId: 'localhost', rpOrigin: 'http://localhost:8080' },
      },
    },
  },
  { id: 'checklist/auth-source', values: { ...production, auth: {} } },
  {
    id: 'checklist/hsts',
    values: {
      ...production,
      config: {
        ...production.config,
        security: { enabled: false, hstsMaxAge: 31535999 },
      },
    },
  },
  {
    id: 'checklist/hsts',
    values: {
      checklist: { enforce: true },
      httpRoute: { enabled: true, parentRefs: [{ name: 'gateway' }] },
    },
  },
  {
    id: 'checklist/dev-mode',
    values: {
      ...production,
      config: { ...production.config, general: { devMode: true } },
    },
  },
  {
    id: 'checklist/postgres-for-replicas',
    values: {
      ...production,
      replicaCount: 2,
      persistence: { accessMode: 'ReadWriteMany' },
    },
  },
  {
    id: 'checklist/exposure-host',
    values: { ...production, ingress: { enabled: true } },
  },
  {
    id: 'checklist/exposure-host',
    values: {
      ...production,
      httpRoute: { enabled: true, parentRefs: [{ name: 'gateway' }] },
    },
  },
  {
    id: 'checklist/federation-secret',
    values: {
      ...production,
      federation: { enabled: true, providers: [oidc] },
    },
  },
  {
    id: 'checklist/federation-secret',
    values: {
      ...production,
      auth: {},
      externalSecrets: { enabled: true },
      federation: { enabled: true, providers: [saml, oidc] },
    },
  },
  {
    id: 'checklist/auth-source',
    values: {
      ...production,
      auth: { jwtSecret: 'k'.repeat(32), adminPassword: '' },
    },
  },
  {
    id: 'checklist/exposure-host',
    values: {
      ...production,
      ingress: {
        enabled: true,
        hosts: [{ host: 'alexandria.acme.org' }, { host: 'example.net' }],
      },
    },
  },
  {
    id: 'checklist/exposure-host',
    values: {
      ...production,
      httpRoute: {
        enabled: true,
        parentRefs: [{ name: 'gateway' }],
        hostnames: ['alexandria.acme.org', 'a.example.org'],
      },
    },
  },
  {
    id: 'checklist/federation-secret',
    values: {
      ...production,
      auth: {},
      externalSecrets: {
        enabled: true,
        oidcClientSecrets: { okta: { key: 'okta' } },
      },
      federation: {
        enabled: true,
        providers: [oidc, { ...oidc, name: 'second' }],
      },
    },
  },
];
