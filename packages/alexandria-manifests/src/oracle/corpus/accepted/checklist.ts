import { meetsChecklist } from '../broken/checklist';
import { AcceptedCase } from './AcceptedCase';
import { corporate, okta } from './parts';

/** Values that meet the production checklist, one way or another. */
export const checklistCases: AcceptedCase[] = [
  {
    name: 'the checklist, at a domain that only begins like an example',
    values: {
      ...meetsChecklist,
      config: {
        ...meetsChecklist.config,
        webauthn: {
          rpId: 'example.com.acme.org',
          rpOrigin: 'https://alexandria.example.com.acme.org',
        },
      },
    },
  },
  {
    name: 'the checklist, behind a gateway',
    values: {
      ...meetsChecklist,
      httpRoute: {
        enabled: true,
        parentRefs: [{ name: 'gateway' }],
        hostnames: ['alexandria.acme.org', 'notexample.com'],
      },
    },
  },
  {
    name: 'the checklist, with an Ingress of its own',
    values: {
      ...meetsChecklist,
      ingress: { enabled: true, hosts: [{ host: 'alexandria.acme.org' }] },
    },
  },
  {
    name: 'the checklist, with a client secret of the team',
    values: {
      ...meetsChecklist,
      federation: {
        enabled: true,
        existingSecret: 'alexandria-oidc',
        providers: [okta],
      },
    },
  },
  {
    name: 'the checklist, with every client secret from outside',
    values: {
      ...meetsChecklist,
      auth: {},
      externalSecrets: {
        enabled: true,
        oidcClientSecrets: { okta: { key: 'okta' } },
      },
      federation: { enabled: true, providers: [okta] },
    },
  },
  {
    name: 'the checklist, with SAML alone',
    values: {
      ...meetsChecklist,
      federation: { enabled: true, providers: [corporate] },
    },
  },
  {
    name: 'the checklist, with a provider that is off',
    values: { ...meetsChecklist, federation: { providers: [okta] } },
  },
  {
    name: 'the checklist, with three replicas on Postgres',
    values: {
      ...meetsChecklist,
      replicaCount: 3,
      persistence: { accessMode: 'ReadWriteMany' },
      config: {
        ...meetsChecklist.config,
        database: { existingSecret: 'alexandria-database' },
      },
    },
  },
  {
    name: 'the checklist, with secrets in the values',
    values: {
      ...meetsChecklist,
      auth: { jwtSecret: 'k'.repeat(32), adminPassword: 'p'.repeat(16) },
    },
  },
];
