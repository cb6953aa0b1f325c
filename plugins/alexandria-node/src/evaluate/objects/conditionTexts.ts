import type {
  ConditionStatus,
  Evidence,
  Health,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { quoted, withMessage } from '../texts';
import type { Condition } from './conditions';
import { timestamp } from './read';

/** What a finding was read from. */
export const conditionEvidence = ({
  type,
  reason,
  message,
}: Condition): Evidence => ({ condition: type, reason, message });

/** A condition as words. */
export const conditionText = ({ type, status, reason }: Condition) =>
  `Condition ${type} is ${status || 'not set'}${
    reason === '' ? '' : `, ${reason}`
  }`;

/**
 * A condition for people.
 *
 * @param words - sentences by reason; the condition's own message stands for a reason that is not among them
 */
export function describeCondition(
  condition: Condition,
  health: Health,
  words: Readonly<Record<string, string>>,
): ConditionStatus {
  const { type, status, reason, message, since } = condition;
  return {
    type,
    status,
    reason,
    message: quoted(message),
    since: timestamp(since),
    health,
    sentence: Object.hasOwn(words, reason)
      ? words[reason]
      : withMessage(conditionText(condition), message),
  };
}
