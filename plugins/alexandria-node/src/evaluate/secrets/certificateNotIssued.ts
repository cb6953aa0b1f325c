import { builtInRule } from '../builtInRule';
import { certificateHealth } from '../health/conditions';
import { conditionOf } from '../objects/conditions';
import { conditionEvidence, conditionText } from '../objects/conditionTexts';
import { referenceTo } from '../objects/KubernetesObject';
import { kubectl, withMessage } from '../texts';
import { certificatesOf } from './certificates';

/** Ready is False and nothing is on its way. One that has ended is not Ready either: that is said of its end. */
export const certificateNotIssued = builtInRule(
  'CertificateNotIssued',
  function* check(context) {
    for (const certificate of certificatesOf(context)) {
      const condition = conditionOf(certificate.json, 'Ready');
      if (
        condition !== undefined &&
        condition.reason !== 'Expired' &&
        certificateHealth(certificate, context.now).health === 'Degraded'
      ) {
        yield {
          object: referenceTo(certificate),
          title: `cert-manager has not issued certificate ${certificate.name}`,
          cause: withMessage(conditionText(condition), condition.message),
          evidence: conditionEvidence(condition),
          remedy: kubectl(
            certificate,
            ...['describe', 'certificate', certificate.name],
          ),
        };
      }
    }
  },
);
