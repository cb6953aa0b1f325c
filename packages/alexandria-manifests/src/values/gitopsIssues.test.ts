import { gitopsIssues } from './gitopsIssues';
import { resolveValues } from './resolveValues';
import { ValuesInput } from './valuesSchema';

const paths = (input: ValuesInput) => {
  const result = resolveValues([input], { name: 'a', namespace: 'a' });
  return result.ok
    ? gitopsIssues(result.value).map(({ path }) => path)
    : ['refused'];
};
const auth = { existingSecret: 'auth' };
const saml = { name: 'a', kind: 'saml', metadata_url: 'https://a' } as const;

describe('gitopsIssues', () => {
  it.each<[string, ValuesInput, string[]]>([
    ['the defaults, which hold a password', {}, ['auth.adminPassword']],
    ['an existing Secret', { auth }, []],
    ['External Secrets', { externalSecrets: { enabled: true } }, []],
    ['no password at all', { auth: { adminPassword: '' } }, []],
    [
      'an inline JWT secret',
      { auth: { jwtSecret: 'x', adminPassword: '' } },
      ['auth.jwtSecret'],
    ],
    [
      'an inline database URL',
      { auth, config: { database: { url: 'postgres://u:p@h/d' } } },
      ['config.database.url'],
    ],
    [
      'a key pair from a hook',
      {
        auth,
        federation: {
          enabled: true,
          providers: [saml],
          saml: { keyPair: 'job' },
        },
      },
      ['federation.saml.keyPair'],
    ],
    [
      'a hook that is not used',
      { auth, federation: { saml: { keyPair: 'job' } } },
      [],
    ],
    [
      'annotations whose keys are numbers, dates or null without quotes',
      {
        auth,
        service: { annotations: { 3: 'a', 'example.com/3': 'a' } },
        persistence: { annotations: { '2001-12-14': 'a', null: 'a' } },
        podAnnotations: { 4: 'a' },
        commonLabels: { 5: 'a' },
      },
      [
        'service.annotations.3',
        'persistence.annotations.2001-12-14',
        'persistence.annotations.null',
      ],
    ],
  ])('judges %s', (_, input, expected) => {
    expect(paths(input)).toEqual(expected);
  });
});
