import { builtInRule } from '../builtInRule';
import { conditionOf } from '../objects/conditions';
import { conditionEvidence, conditionText } from '../objects/conditionTexts';
import { referenceTo } from '../objects/KubernetesObject';
import { controllerOf } from '../objects/Snapshot';
import { kubectl, withMessage } from '../texts';

const INSTANCE_LABELS = [
  'app.kubernetes.io/name',
  'app.kubernetes.io/instance',
];

/** A Job of the instance, told by its labels. One of a CronJob gets another chance, so it is only a warning. */
export const jobFailed = builtInRule('JobFailed', function* check(context) {
  const own = context.podLabels;
  const jobs = context
    .inNamespace('batch', 'Job')
    .filter(({ labels }) =>
      INSTANCE_LABELS.every(
        label => own[label] !== undefined && labels[label] === own[label],
      ),
    );
  for (const job of jobs) {
    const condition = conditionOf(job.json, 'Failed');
    if (condition?.status !== 'True') {
      continue;
    }
    const isSaml =
      job.labels['app.kubernetes.io/component'] === 'saml-cert' ||
      job.name.endsWith('saml-cert');
    yield {
      object: referenceTo(job),
      severity: controllerOf(job)?.kind === 'CronJob' ? 'warning' : 'critical',
      title: isSaml
        ? `Job ${job.name} made no key pair for SAML`
        : `Job ${job.name} failed`,
      cause: `${withMessage(conditionText(condition), condition.message)}${
        isSaml ? ' For users: no login through SAML.' : ''
      }`,
      evidence: conditionEvidence(condition),
      remedy: `${kubectl(job, 'logs', `job/${job.name}`)}${
        isSaml
          ? '; then delete the Job and upgrade the release again, or set federation.saml.keyPair: existingSecret'
          : ''
      }`,
    };
  }
});
