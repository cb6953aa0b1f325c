import { missingSecret } from './missingSecret';

describe('missingSecret', () => {
  it.each([
    ['secret "auth" not found', { name: 'auth' }],
    ['references non-existent secret key: tls.crt', undefined],
    [
      "couldn't find key jwt-secret in Secret team/auth",
      { name: 'auth', key: 'jwt-secret' },
    ],
    [
      'MountVolume.SetUp failed for volume "saml" : secret "saml" not found',
      { name: 'saml' },
    ],
    ['object "team"/"auth" not registered', undefined],
    ['configmap "config" not found', undefined],
    ['', undefined],
  ])('%s', (message, expected) => {
    expect(missingSecret(message)).toEqual(expected);
  });
});
