import { resolveValues } from './resolveValues';
import { ValuesInput } from './valuesSchema';

function warned(input: ValuesInput): string[] {
  const result = resolveValues([input], { name: 'a', namespace: 'team-a' });
  if (!result.ok) {
    throw new Error(JSON.stringify(result.issues));
  }
  return result.warnings.map(
    ({ path, message, remedy }) => `${path} ${message}. ${remedy}.`,
  );
}

const postgres = { database: { existingSecret: 'db' } };
const shared = { accessMode: 'ReadWriteMany' } as const;
const auth = { existingSecret: 'auth' };
const pdb = { enabled: true, minAvailable: 1 };
const spare = { enabled: true, minAvailable: null };
const two = { config: postgres, persistence: shared, auth, replicaCount: 2 };
const webauthn = { rpId: 'a.example', rpOrigin: 'https://a.example' };
const provider = {
  name: 'okta',
  kind: 'oidc',
  issuer: 'https://a',
  client_id: 'b',
  redirect_uri: 'https://c',
} as const;
const saml = { name: 'a', kind: 'saml', metadata_url: 'https://a' } as const;
const federation = { enabled: true, providers: [provider] };

/** What is warned of, values that are, and values that are all but those. */
const cases: [string, ValuesInput, ValuesInput[]][] = [
  [
    'persistence.accessMode SQLite on a ReadWriteMany volume risks a damaged database. Use ReadWriteOnce with SQLite, or move to Postgres.',
    { persistence: shared },
    [
      {},
      { auth, persistence: { ...shared, enabled: false } },
      { persistence: shared, config: postgres },
    ],
  ],
  [
    'pdb.minAvailable keeps every pod, so that no node can be drained. Set pdb.minAvailable to null and pdb.maxUnavailable to 1.',
    { pdb },
    [
      { ...two, pdb },
      { pdb: { ...pdb, enabled: false } },
      { ...two, pdb: { ...pdb, minAvailable: '50%' } },
    ],
  ],
  [
    'pdb.minAvailable keeps every pod, so that no node can be drained. Set pdb.minAvailable to null and pdb.maxUnavailable to 1.',
    { ...two, pdb: { ...pdb, minAvailable: '51%' } },
    [{ ...two, pdb: { ...spare, maxUnavailable: 0 } }],
  ],
  [
    'pdb.maxUnavailable lets no pod go, so that no node can be drained. Set pdb.maxUnavailable to 1.',
    { ...two, pdb: { ...spare, maxUnavailable: '0%' } },
    [{ ...two, pdb: { ...spare, maxUnavailable: '1%' } }, { pdb }],
  ],
  [
    'auth.jwtSecret is not used: auth.existingSecret or externalSecrets wins. Leave it empty.',
    { auth: { ...auth, jwtSecret: 'j'.repeat(64) } },
    [{ auth }, { auth: { jwtSecret: 'j'.repeat(64) } }],
  ],
  [
    'auth.jwtSecret is not used: auth.existingSecret or externalSecrets wins. Leave it empty.',
    {
      auth: { jwtSecret: 'j'.repeat(64) },
      externalSecrets: { enabled: true },
    },
    [{ externalSecrets: { enabled: true } }],
  ],
  [
    'config.webauthn.rpOrigin and config.webauthn.rpId belong together, and one is empty. Set both.',
    { config: { webauthn: { ...webauthn, rpOrigin: '' } } },
    [
      { config: { webauthn } },
      { config: { webauthn: { rpId: '', rpOrigin: '' } } },
    ],
  ],
  [
    'federation.saml.keyPair is not used: there is no SAML provider. Leave it at firstBoot, or add a provider of kind saml.',
    { federation: { ...federation, saml: { keyPair: 'existingSecret' } } },
    [
      { federation },
      {
        federation: {
          enabled: true,
          providers: [saml],
          saml: { keyPair: 'existingSecret' },
        },
      },
    ],
  ],
  [
    'federation.providers are not used while federation.enabled is false. Set federation.enabled: true.',
    { federation: { ...federation, enabled: false } },
    [{ federation }, { federation: { enabled: false } }],
  ],
  [
    'autoscaling.maxReplicas is 1, so that the autoscaler has nothing to do. Raise it, or switch autoscaling off.',
    { autoscaling: { enabled: true, minReplicas: 1, maxReplicas: 1 } },
    [
      { autoscaling: { maxReplicas: 1 } },
      {
        ...two,
        replicaCount: 1,
        autoscaling: { enabled: true, maxReplicas: 2 },
      },
    ],
  ],
  [
    'config.security.hstsIncludeSubdomains does nothing while config.security.hstsMaxAge is 0. Set config.security.hstsMaxAge, for example 31536000.',
    {
      config: { security: { hstsIncludeSubdomains: true, hstsMaxAge: 0 } },
    },
    [
      { config: { security: { hstsIncludeSubdomains: true, hstsMaxAge: 1 } } },
      { config: { security: { hstsMaxAge: 0 } } },
    ],
  ],
];

describe('warnings', () => {
  it.each(cases)('%s', (text, values, near) => {
    expect(warned(values)).toContain(text);
    for (const other of near) {
      expect(warned(other)).not.toContain(text);
    }
  });

  it('has nothing to say of the defaults', () => {
    expect(warned({})).toEqual([]);
  });
});
