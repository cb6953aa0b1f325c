import { ValuesInput } from '../values/valuesSchema';
import { Names } from './names';
import { contextOf } from './__testUtils__/contextOf';

const long = 'a-release-name-as-long-as-helm-takes-one-of-53-digits';

/** Values, the release's name, and what the stem of the names is. */
const stems: [ValuesInput, string, string][] = [
  [{}, 'alexandria', 'alexandria'],
  [{ nameOverride: 'blue' }, 'alexandria', 'alexandria-blue'],
  [{ fullnameOverride: 'portal', nameOverride: 'x' }, 'alexandria', 'portal'],
  [{}, long, 'a-release-name-as-long-as-helm-takes-one-of-53'],
  [{ nameOverride: 'b' }, 'a'.repeat(45), 'a'.repeat(45)],
  [{}, `${'a'.repeat(44)}--b`, 'a'.repeat(44)],
  [{}, `${'a'.repeat(43)}--bc`, `${'a'.repeat(43)}--b`],
];

describe('names', () => {
  it.each(stems)(
    'of %j and the release %s stem from %s',
    (values, name, stem) => {
      const { names } = contextOf(values, { name, namespace: 'library' });
      expect(names.fullname).toBe(stem);
      expect(`${names.fullname}-test-connection`.length).toBeLessThan(63);
    },
  );

  it('are those of the document for the release alexandria', () => {
    expect(contextOf().names).toEqual<Names>({
      fullname: 'alexandria',
      config: 'alexandria-config',
      nginx: 'alexandria-nginx',
      secret: 'alexandria',
      claim: 'alexandria-data',
      serviceAccount: 'alexandria',
      clusterRole: 'library-alexandria',
      externalSecret: 'alexandria-external',
      oidcSecret: 'alexandria-oidc',
      samlSecret: 'alexandria-saml',
    });
  });

  it.each<[ValuesInput, Partial<Names>]>([
    [{ persistence: { existingClaim: 'old' } }, { claim: 'old' }],
    [{ serviceAccount: { create: false } }, { serviceAccount: 'default' }],
    [
      { serviceAccount: { create: false, name: 'runner' } },
      { serviceAccount: 'runner' },
    ],
    [{ serviceAccount: { name: 'runner' } }, { serviceAccount: 'runner' }],
    [{ federation: { existingSecret: 'sso' } }, { oidcSecret: 'sso' }],
    [
      { federation: { saml: { existingSecret: 'pair' } } },
      { samlSecret: 'pair' },
    ],
  ])('of %j', (values, expected) => {
    expect(contextOf(values).names).toMatchObject(expected);
  });
});
