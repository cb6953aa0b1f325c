import { builtInRule } from '../builtInRule';
import { timestamp } from '../objects/read';
import { duration } from '../texts';
import { expiries } from './certificates';

/** notAfter is past. */
export const certificateExpired = builtInRule(
  'CertificateExpired',
  function* check(context) {
    for (const { object, secret, notAfter, remedy } of expiries(context)) {
      if (notAfter <= context.now) {
        yield {
          object,
          title: `The certificate in secret ${secret} ended ${duration(
            context.now - notAfter,
          )} ago`,
          cause: `notAfter is ${timestamp(
            notAfter,
          )}. For users: whoever checks it refuses it.`,
          evidence: { reason: 'Expired' },
          since: notAfter,
          remedy,
        };
      }
    }
  },
);
