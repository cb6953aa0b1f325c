/** @jest-environment node */
import fc from 'fast-check';
import { parse } from 'smol-toml';
import { alexandriaConf } from '../../objects/configmap';
import { createContext } from '../../objects/context';
import { csp, oneLine, plainText, tomlKey } from '../../values/model/patterns';
import { resolveValues } from '../../values/resolveValues';
import { Release, Values } from '../../values/valuesSchema';
import { accepted, AcceptedCase } from '../corpus/accepted';
import { ciCases } from '../__testUtils__/ciCases';
import { alexandria } from '../__testUtils__/helmTemplate';

function resolved(values: unknown, release: Release): Values {
  const result = resolveValues([values], release);
  if (!result.ok) {
    throw new Error(`not accepted: ${JSON.stringify(result.issues)}`);
  }
  return result.value;
}

/** alexandria.conf as a parser that knows nothing of us reads it. */
function readConf(values: Values, release: Release): unknown {
  return parse(alexandriaConf(createContext(values, release)));
}

/** What alexandria.conf has to say, spelled out. */
function expectedConf({ config, metrics, federation }: Values): unknown {
  const { general, api, webauthn, security, extra } = config;
  const { lockout } = security;
  const hasSaml = federation.providers.some(({ kind }) => kind === 'saml');
  return {
    general: { log_level: general.logLevel, dev_mode: general.devMode },
    api: { bind: api.bind, port: api.port, impl: 'go' },
    webauthn: {
      rp_name: webauthn.rpName,
      ...(webauthn.rpId === '' ? {} : { rp_id: webauthn.rpId }),
      ...(webauthn.rpOrigin === '' ? {} : { rp_origin: webauthn.rpOrigin }),
    },
    security: {
      enabled: security.enabled,
      csp: security.csp,
      hsts_max_age: security.hstsMaxAge,
      hsts_include_subdomains: security.hstsIncludeSubdomains,
      lockout: {
        enabled: lockout.enabled,
        max_attempts: lockout.maxAttempts,
        window_seconds: lockout.windowSeconds,
        lockout_seconds: lockout.lockoutSeconds,
      },
    },
    metrics: { enabled: metrics.enabled, path: metrics.path },
    ...(federation.enabled
      ? {
          federation: {
            enabled: true,
            ...(hasSaml && federation.saml.keyPair !== 'firstBoot'
              ? {
                  saml: {
                    sp_certificate_file: '/etc/alexandria/saml/tls.crt',
                    sp_private_key_file: '/etc/alexandria/saml/tls.key',
                  },
                }
              : {}),
            providers: federation.providers,
          },
        }
      : {}),
    ...extra,
  };
}

const cases: AcceptedCase[] = [...accepted, ...ciCases];

/** Any text that a pattern takes, control characters and every plane of Unicode among it. */
const text = (pattern: RegExp, minLength = 0) =>
  fc
    .string({ unit: 'binary', minLength, maxLength: 30 })
    .filter(value => pattern.test(value));

const key = fc
  .stringMatching(tomlKey)
  // Own tables of the chart are refused; a prefix keeps the others.
  .map(value => `x${value}`);
const scalar = fc.oneof(
  text(plainText),
  fc.constantFrom('"""', "'''", '\\', '\\u0041', '[a]', '# a'),
  fc.boolean(),
  fc.maxSafeInteger(),
);
const drawn = fc.record({
  config: fc.record({
    webauthn: fc.record({ rpName: text(oneLine, 1) }),
    security: fc.record({
      csp: fc.stringMatching(csp),
      hstsMaxAge: fc.maxSafeNat(),
      lockout: fc.record({ windowSeconds: fc.maxSafeNat().map(n => n + 1) }),
    }),
    extra: fc.dictionary(
      key,
      fc.dictionary(
        fc.stringMatching(tomlKey),
        fc.oneof(scalar, fc.array(scalar, { maxLength: 4 })),
        { maxKeys: 4, noNullPrototype: true },
      ),
      { maxKeys: 4, noNullPrototype: true },
    ),
  }),
  federation: fc.record({
    enabled: fc.boolean(),
    providers: fc.uniqueArray(
      fc.record(
        {
          name: fc.stringMatching(/^[a-z]([-a-z0-9]{0,20}[a-z0-9])?$/),
          kind: fc.constant('oidc'),
          issuer: fc.constantFrom(
            'https://a.example.com',
            'http://[::1]:8/?a=%22',
          ),
          client_id: text(oneLine, 1),
          redirect_uri: fc.constant(
            'https://a.example.com/auth/oidc/a/callback',
          ),
          auto_create_users: fc.boolean(),
          default_role: text(oneLine, 1),
        },
        {
          requiredKeys: ['name', 'kind', 'issuer', 'client_id', 'redirect_uri'],
        },
      ),
      { maxLength: 3, selector: ({ name }) => name },
    ),
  }),
});

describe('alexandria.conf, as another parser reads it', () => {
  it.each(cases)('says what the values say: $name', given => {
    const { release = alexandria } = given;
    const values = resolved(given.values, release);
    expect(readConf(values, release)).toEqual(expectedConf(values));
  });

  it('says it of any text, integer and table', () => {
    let read = 0;
    fc.assert(
      fc.property(drawn, given => {
        const result = resolveValues([given], alexandria);
        fc.pre(result.ok);
        const values = resolved(given, alexandria);
        expect(readConf(values, alexandria)).toEqual(expectedConf(values));
        read += 1;
      }),
      { numRuns: 300 },
    );
    expect(read).toBeGreaterThan(200);
  });
});
