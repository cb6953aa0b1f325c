import { redirectUrisOf } from './redirectUrisOf';

const draft = {
  name: 'assistant',
  owner: 'group:default/payments',
  environments: [
    { name: 'dev', stage: 'development' },
    { name: 'prod', stage: 'production', host: 'assistant.acme.io' },
  ],
  // Not yet accepted, and no reason to wait.
  access: { providers: [{ kind: 'oidc', name: 'okta', issuer: 'ht' }] },
};

describe('redirectUrisOf', () => {
  it('has one for each environment', () => {
    expect(redirectUrisOf(draft, 'okta')).toEqual([
      {
        environment: 'dev',
        uri: 'http://localhost:8080/auth/oidc/okta/callback',
      },
      {
        environment: 'prod',
        uri: 'https://assistant.acme.io/auth/oidc/okta/callback',
      },
    ]);
  });

  it.each<[string, Record<string, unknown>, unknown]>([
    ['no provider name', draft, ''],
    ['a bad provider name', draft, 'Not A Label'],
    [
      'a bad host',
      { ...draft, environments: [{ ...draft.environments[0], host: '!' }] },
      'okta',
    ],
    ['no environments', { ...draft, environments: undefined }, 'okta'],
  ])('has none with %s', (_name, given, provider) => {
    expect(redirectUrisOf(given, provider)).toEqual([]);
  });
});
