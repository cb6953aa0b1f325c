import type { UnreadablePart } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { eventsKnown } from './eventsKnown';

const unreadable = (
  part: UnreadablePart['part'],
  reason: UnreadablePart['reason'],
): UnreadablePart => ({ part, kind: 'Event', reason, message: '' });

describe('eventsKnown', () => {
  it.each([
    ['all', []],
    ['all', [unreadable('pods', 'stale')]],
    ['unread', [unreadable('events', 'notRead')]],
    ['unreadable', [unreadable('events', 'forbidden')]],
    [
      'unreadable',
      [unreadable('events', 'notRead'), unreadable('events', 'stale')],
    ],
  ])('says %s', (known, parts) => {
    expect(eventsKnown({ unreadable: parts })).toBe(known);
  });
});
