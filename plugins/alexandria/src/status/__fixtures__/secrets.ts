import type {
  SecretKeyStatus,
  SecretStatus,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { Moment } from './Moment';

const key = (
  name: string,
  neededBy: string[],
  more: Partial<SecretKeyStatus> = {},
): SecretKeyStatus => ({
  ...{ key: name, state: 'present', optional: false, neededBy },
  ...more,
});

/** What is said of a certificate and its key that end together. */
export const certificateUntil = (
  notAfter: string,
): Pick<SecretStatus, 'keys' | 'notAfter'> => ({
  keys: [key('tls.crt', [], { notAfter }), key('tls.key', [])],
  notAfter,
});

/** The Secrets of an instance with a login, a model and TLS, all as they should be. */
export function goodSecrets(at: Moment): SecretStatus[] {
  return [
    {
      ...{ name: 'alexandria-auth', tier: 1, presence: 'present' },
      source: 'externalSecrets',
      keys: [
        key('jwt-secret', ['api', 'orchestrator']),
        key('admin-password', ['api']),
      ],
      writtenAt: at.ago(41, 'd'),
      ...{ lastSync: at.ago(22, 'min'), nextSync: at.in(38, 'min') },
      rotatedNotRolled: false,
    },
    {
      ...{ name: 'alexandria-llm', tier: 1, presence: 'present' },
      source: 'existing',
      keys: [key('claude-api-key', ['orchestrator'])],
      writtenAt: at.ago(120, 'd'),
      rotatedNotRolled: false,
    },
    {
      ...{ name: 'alexandria-tls', tier: 2, presence: 'present' },
      source: 'certManager',
      writtenAt: at.ago(27, 'd'),
      ...certificateUntil(at.in(63, 'd')),
    },
  ];
}

/** The same where the portal may read no Secret. */
export const untoldSecrets = (at: Moment): SecretStatus[] =>
  goodSecrets(at).map(({ name, source, keys }) => ({
    ...{ name, tier: 0, presence: 'unknown' },
    source: source === 'existing' ? 'unknown' : source,
    keys: keys.map(({ key: of, optional, neededBy }) => ({
      ...{ key: of, state: 'unknown', optional, neededBy },
    })),
  }));

/** The same with one Secret changed. */
export const withSecret = (
  secrets: SecretStatus[],
  name: string,
  change: Partial<SecretStatus>,
): SecretStatus[] =>
  secrets.map(secret =>
    secret.name === name ? { ...secret, ...change } : secret,
  );
