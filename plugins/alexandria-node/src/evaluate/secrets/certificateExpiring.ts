import { builtInRule } from '../builtInRule';
import { timestamp } from '../objects/read';
import { duration } from '../texts';
import { expiries } from './certificates';

/** Enough to act in office hours. */
const SOON_MS = 14 * 24 * 60 * 60_000;

/** cert-manager renews after two thirds of a lifetime: a sixth of it left means that it did not. */
const SHARE_LEFT = 1 / 6;

/** notAfter is near: within 14 days, or for a certificate that lives shorter than 84 days a sixth of its life. */
export const certificateExpiring = builtInRule(
  'CertificateExpiring',
  function* check(context) {
    for (const { object, secret, notBefore, notAfter, remedy } of expiries(
      context,
    )) {
      const left = notAfter - context.now;
      const soon =
        notBefore === undefined
          ? SOON_MS
          : Math.min(SOON_MS, (notAfter - notBefore) * SHARE_LEFT);
      if (left > 0 && left <= soon) {
        yield {
          object,
          title: `The certificate in secret ${secret} ends in ${duration(
            left,
          )}`,
          cause: `notAfter is ${timestamp(
            notAfter,
          )}, and it has not been renewed.`,
          evidence: { reason: 'Expiring' },
          remedy,
        };
      }
    }
  },
);
