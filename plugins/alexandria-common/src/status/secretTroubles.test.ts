import type { SecretKeyStatus, SecretStatus } from './secret';
import { secretTrouble, type SecretTrouble } from './secretTroubles';

const NOW = Date.parse('2026-03-02T03:04:05Z');

const key = (
  state: SecretKeyStatus['state'],
  optional = false,
): SecretKeyStatus => ({ key: 'k', state, optional, neededBy: ['api'] });

const secret = (more: Partial<SecretStatus>): SecretStatus => ({
  ...{ name: 's', tier: 2, presence: 'present', source: 'existing' },
  keys: [key('present')],
  ...more,
});

describe('secretTrouble', () => {
  it.each<[string, Partial<SecretStatus>, SecretTrouble | undefined]>([
    ['all is well', {}, undefined],
    [
      'nothing is known',
      { presence: 'unknown', keys: [key('unknown')] },
      undefined,
    ],
    [
      'it is not there',
      { presence: 'absent', keys: [key('absent')] },
      'absent',
    ],
    ['it is not there, as a whole', { presence: 'absent', keys: [] }, 'absent'],
    [
      'it may be absent',
      { presence: 'absent', keys: [key('absent', true)] },
      undefined,
    ],
    [
      'a key is not there',
      { keys: [key('present'), key('absent')] },
      'keyAbsent',
    ],
    ['a key may be absent', { keys: [key('absent', true)] }, undefined],
    ['a key is empty', { keys: [key('empty')] }, 'keyEmpty'],
    ['a key may be empty', { keys: [key('empty', true)] }, undefined],
    [
      'a certificate has ended',
      { notAfter: '2026-03-02T03:04:05Z' },
      'expired',
    ],
    [
      'a certificate has a second left',
      { notAfter: '2026-03-02T03:04:06Z' },
      undefined,
    ],
    ['pods have the old value', { rotatedNotRolled: true }, 'rotatedNotRolled'],
    ['pods have the new value', { rotatedNotRolled: false }, undefined],
    [
      'two things are wrong',
      { keys: [key('empty')], rotatedNotRolled: true },
      'keyEmpty',
    ],
  ])('when %s', (_name, more, trouble) => {
    expect(secretTrouble(secret(more), NOW)).toBe(trouble);
  });
});
