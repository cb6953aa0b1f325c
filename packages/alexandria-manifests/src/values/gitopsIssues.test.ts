import { Issue } from '../result';
import { gitopsIssues } from './gitopsIssues';
import { resolveValues } from './resolveValues';
import { ValuesInput } from './valuesSchema';

function issuesOf(input: ValuesInput) {
  const result = resolveValues([input], { name: 'a', namespace: 'a' });
  if (!result.ok) {
    throw new Error(JSON.stringify(result.issues));
  }
  return gitopsIssues(result.value);
}

const secretValue = (path: string) => ({
  path,
  message: 'is a secret value, and a manifest of it would write it into git',
  remedy: 'Use an existing Secret or External Secrets',
});
const keyWithoutQuotes = (path: string, key: string) => ({
  path,
  message:
    'is a key that Kustomize takes the quotes from, and then for no text',
  remedy: `Put a domain in front, for example example.com/${key}`,
});
const auth = { existingSecret: 'auth' };
const saml = { name: 'a', kind: 'saml', metadata_url: 'https://a' } as const;

describe('gitopsIssues', () => {
  it.each<[string, ValuesInput, Issue[]]>([
    [
      'the defaults, which hold a password',
      {},
      [secretValue('auth.adminPassword')],
    ],
    ['an existing Secret', { auth }, []],
    ['External Secrets', { externalSecrets: { enabled: true } }, []],
    ['no password at all', { auth: { adminPassword: '' } }, []],
    [
      'an inline JWT secret',
      { auth: { jwtSecret: 'x', adminPassword: '' } },
      [secretValue('auth.jwtSecret')],
    ],
    [
      'an inline database URL',
      { auth, config: { database: { url: 'postgres://u:p@h/d' } } },
      [secretValue('config.database.url')],
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
      [
        {
          path: 'federation.saml.keyPair',
          message: 'job is a hook of Helm, which Kustomize does not run',
          given: '"job"',
          remedy: 'Choose existingSecret, certManager or firstBoot',
        },
      ],
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
        keyWithoutQuotes('service.annotations.3', '3'),
        keyWithoutQuotes('persistence.annotations.2001-12-14', '2001-12-14'),
        keyWithoutQuotes('persistence.annotations.null', 'null'),
      ],
    ],
  ])('judges %s', (_, input, expected) => {
    expect(issuesOf(input)).toEqual(expected);
  });
});
