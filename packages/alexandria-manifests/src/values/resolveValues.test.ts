import { formatIssue } from '../result';
import { defaultValues } from './defaultValues';
import { resolveValues } from './resolveValues';

const release = { name: 'alexandria', namespace: 'alexandria' };
const lines = (...layers: unknown[]) => {
  const result = resolveValues(layers, release);
  return result.ok ? [] : result.issues.map(formatIssue);
};

describe('resolveValues', () => {
  it.each<[string, unknown[]]>([
    ['no layers', []],
    ['an empty layer', [{}]],
    ['an empty file', [null]],
  ])('gives the defaults for %s', (_, layers) => {
    expect(resolveValues(layers, release)).toEqual({
      ok: true,
      value: defaultValues,
      warnings: [],
    });
  });

  it("accepts Helm's global map", () => {
    expect(lines({ global: { any: ['thing', { at: 'all' }] } })).toEqual([]);
  });

  it('lets later layers win', () => {
    const result = resolveValues(
      [{ service: { port: 81 } }, { service: { port: 82 } }],
      release,
    );
    expect(result.ok && result.value.service).toEqual({
      ...defaultValues.service,
      port: 82,
    });
  });

  it.each<[string, unknown, string[]]>([
    [
      'text for a number',
      { service: { port: 'http' } },
      ['service.port: must be an integer from 1 to 65535 (given "http")'],
    ],
    [
      'a fraction',
      { replicaCount: 1.5 },
      ['replicaCount: must be an integer from 1 to 1000 (given 1.5)'],
    ],
    [
      'a port out of range',
      { service: { port: 70000 } },
      ['service.port: must be an integer from 1 to 65535 (given 70000)'],
    ],
    [
      'a number beyond 2^53',
      { config: { security: { hstsMaxAge: 2 ** 53 } } },
      [
        'config.security.hstsMaxAge: must be an integer of at least 0 (given 9007199254740992)',
      ],
    ],
    [
      'a number for text',
      { image: { api: { tag: 20240101 } } },
      ['image.api.tag: must be text (given 20240101). Put it in quotes'],
    ],
    [
      'text for a switch',
      { otel: { enabled: 'yes' } },
      ['otel.enabled: must be true or false (given "yes")'],
    ],
    [
      'a list for a map',
      { config: [] },
      ['config: must be a map (given a list of 0)'],
    ],
    [
      'a word out of a few',
      { config: { general: { logLevel: 'loud' } } },
      [
        'config.general.logLevel: must be trace, debug, info, warn or error (given "loud")',
      ],
    ],
    [
      'a misspelt key',
      { replicaCuont: 2 },
      ['replicaCuont: is not known. Did you mean replicaCount?'],
    ],
    [
      'an unknown key',
      { pdb: { size: 2 } },
      [
        'pdb.size: is not known. Known here: enabled, minAvailable, maxUnavailable',
      ],
    ],
    [
      'a section that is null',
      { config: null },
      ['config: is required. null deleted it; leave it out to get the default'],
    ],
    [
      'a null without a default',
      { pdb: { maxUnavailable: null } },
      [
        'pdb.maxUnavailable: is null, which deletes a default, and there is none here. Leave it out, or write a value',
      ],
    ],
    [
      'a null deep in a passed-on map',
      { affinity: { nodeAffinity: { x: [null] } } },
      [
        'affinity.nodeAffinity.x[0]: is null, which deletes a default, and there is none here. Leave it out, or write a value',
      ],
    ],
    [
      'a bad label',
      { commonLabels: { a: 'b c' } },
      [
        'commonLabels.a: must be a label value: at most 63 letters, digits, "-", "_" and ".", beginning and ending with a letter or digit (given "b c")',
      ],
    ],
    [
      'a client secret',
      {
        federation: {
          providers: [
            {
              name: 'a',
              kind: 'oidc',
              issuer: 'https://a',
              client_id: 'b',
              redirect_uri: 'https://c',
              client_secret: 'canary',
            },
          ],
        },
      },
      [
        'federation.providers[0].client_secret: is not known. A client secret belongs in a Secret, under the key oidc-<provider>-client-secret',
      ],
    ],
    [
      'a missing key of a list item',
      { llmBackends: [{ name: 'a', url: 'https://a', kind: 'b' }] },
      ['llmBackends[0].model: is required'],
    ],
    ['text at the top', 'values', ['values must be a map (given "values")']],
    ['a list at the top', [1], ['values must be a map (given a list of 1)']],
  ])('says what is wrong with %s', (_, values, expected) => {
    expect(lines(values)).toEqual(expected);
  });

  it('names every wrong field and broken guard at once', () => {
    expect(
      lines({
        service: { port: 'http', targetPort: 8080 },
        federation: { enabled: true, providers: [{ name: 'a', kind: 'ldap' }] },
        config: {
          webauthn: { rpId: 'a.com', rpOrigin: 'https://b.com' },
          api: { port: 0 },
        },
        terminationGracePeriodSeconds: 1,
      }).map(line => line.split(':')[0]),
    ).toEqual([
      'config.api.port',
      'federation.providers[0].kind',
      'service.port',
      'config.webauthn.rpOrigin',
      'service.targetPort',
      'terminationGracePeriodSeconds',
    ]);
  });

  it.each([
    { auth: { adminPassword: 12345 } },
    { auth: { adminPassword: ['canary-12345'] } },
    { config: { database: { url: 'mysql://u:canary-12345@h/d' } } },
    { otel: { endpoint: 'https://u:canary-12345@h' } },
    { auth: { jwtSecrett: 'canary-12345' } },
    { extraEnv: { api: [{ name: 'A', value: 12345 }] } },
    {
      federation: {
        providers: [{ name: 'a', kind: 'oidc', clientSecret: 'canary-12345' }],
      },
    },
  ])('never shows the secret in %j', values => {
    const said = lines(values);
    expect(said.length).toBeGreaterThan(0);
    expect(said.join()).not.toContain('12345');
  });

  it('leaves __proto__ alone', () => {
    const said = lines(
      JSON.parse('{"nodeSelector": {"__proto__": {"a": "b"}}}'),
    );
    expect(said).toEqual(['nodeSelector.__proto__: is not accepted']);
  });

  it('makes an open must of the checklist an error under checklist.enforce', () => {
    const said = lines({ checklist: { enforce: true } });
    expect(said).toContain(
      'image.api.tag: does not meet the production checklist: images are pinned to release tags or digests. Set the tag to a release such as v1.0.0, or set the digest.',
    );
    expect(said.every(line => line.includes('production checklist'))).toBe(
      true,
    );
  });

  it.each<[string, unknown, string]>([
    [
      'SQLite on a shared volume',
      { persistence: { accessMode: 'ReadWriteMany' } },
      'persistence.accessMode',
    ],
    [
      'a budget that blocks drains',
      { pdb: { enabled: true } },
      'pdb.minAvailable',
    ],
    [
      'a JWT secret that is not used',
      { auth: { jwtSecret: 'x', existingSecret: 'y' } },
      'auth.jwtSecret',
    ],
    [
      'half of WebAuthn',
      { config: { webauthn: { rpId: 'a.com' } } },
      'config.webauthn.rpOrigin',
    ],
    [
      'a key pair without SAML',
      { federation: { saml: { keyPair: 'job' } } },
      'federation.saml.keyPair',
    ],
    [
      'HSTS for subdomains of nothing',
      { config: { security: { hstsIncludeSubdomains: true } } },
      'config.security.hstsIncludeSubdomains',
    ],
  ])('warns of %s', (_, values, path) => {
    expect(resolveValues([values], release)).toMatchObject({
      ok: true,
      warnings: [{ path }],
    });
  });
});
