import type { SecretStatus } from './secret';

/**
 * What can be wrong with a secret, the worst first.
 *
 * @public
 */
export const secretTroubles = [
  'absent',
  'keyAbsent',
  'keyEmpty',
  'expired',
  'rotatedNotRolled',
] as const;

/** {@inheritDoc secretTroubles} @public */
export type SecretTrouble = (typeof secretTroubles)[number];

/**
 * The worst that is wrong with a secret, as far as it is known.
 *
 * @param now - milliseconds since the epoch
 * @returns undefined when nothing is wrong
 *
 * @public
 */
export function secretTrouble(
  secret: SecretStatus,
  now: number,
): SecretTrouble | undefined {
  const needed = secret.keys.filter(({ optional }) => !optional);
  // A secret of which only optional keys are used does not have to be there.
  const isNeeded = secret.keys.length === 0 || needed.length > 0;
  const so: Record<SecretTrouble, boolean> = {
    absent: secret.presence === 'absent' && isNeeded,
    keyAbsent: needed.some(({ state }) => state === 'absent'),
    keyEmpty: needed.some(({ state }) => state === 'empty'),
    expired:
      secret.notAfter !== undefined && Date.parse(secret.notAfter) <= now,
    rotatedNotRolled: secret.rotatedNotRolled === true,
  };
  return secretTroubles.find(each => so[each]);
}
