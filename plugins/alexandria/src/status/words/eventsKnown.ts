import type { DeploymentDetails } from '@alexandriaproject/backstage-plugin-alexandria-common';

/**
 * How well the events of a Deployment are known: `unread` when the portal had no reason to ask for all of them, `unreadable` when it
 * asked in vain. What is empty is none only when `all` are known.
 */
export function eventsKnown({
  unreadable,
}: Pick<DeploymentDetails, 'unreadable'>): 'all' | 'unread' | 'unreadable' {
  const reasons = unreadable.flatMap(({ part, reason }) =>
    part === 'events' ? [reason] : [],
  );
  if (reasons.length === 0) {
    return 'all';
  }
  return reasons.every(reason => reason === 'notRead')
    ? 'unread'
    : 'unreadable';
}
