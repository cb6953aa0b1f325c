import type { Evidence } from '@alexandriaproject/backstage-plugin-alexandria-common';
import type { Condition } from './conditions';

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
