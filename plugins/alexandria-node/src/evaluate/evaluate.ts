import {
  Finding,
  Severity,
  severitySchema,
  Verdict,
  worstHealth,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { findingDefinition } from '../findings/catalogue';
import { describeAutoscaler } from './autoscaler/describeAutoscaler';
import { DeploymentContext, Surroundings } from './DeploymentContext';
import type { EvaluationInput } from './EvaluationInput';
import type { KubernetesObject } from './objects/KubernetesObject';
import { integerAt } from './objects/read';
import { Snapshot } from './objects/Snapshot';
import type { Report, Rule } from './Rule';
import { builtInRules } from './rules';
import { describeSecrets } from './secrets/describeSecrets';
import { kubectl, quoted, withMessage } from './texts';

type Health = Verdict['health'];

/** A finding, and what it does to the health of the Deployment. */
interface Judged {
  finding: Finding;
  health: Health;
}

function judge({ finding }: Rule, report: Report): Judged {
  const severity = report.severity ?? finding.severity;
  return {
    finding: {
      code: finding.code,
      severity,
      object: report.object,
      title: report.title,
      cause: report.cause,
      evidence: report.evidence ?? {},
      remedy: report.remedy,
      docs: finding.docs,
    },
    health:
      report.health ??
      finding.health ??
      (severity === 'critical' ? 'Degraded' : 'Healthy'),
  };
}

const judgementsOf = (rule: Rule, context: DeploymentContext): Judged[] =>
  [...rule.check(context)].map(report => judge(rule, report));

/** An adopter's rule that throws is a finding, so that all others are still heard. */
function judgementsOfAdded(rule: Rule, context: DeploymentContext): Judged[] {
  try {
    return judgementsOf(rule, context);
  } catch (error) {
    const { code } = rule.finding;
    const failed = findingDefinition('RuleFailed');
    const report: Report = {
      object: context.reference,
      title: `The rule ${code} failed`,
      cause: withMessage('It threw an error', String(error)),
      evidence: { message: quoted(String(error)) },
      remedy: `Mend the rule in the module that adds it; until then nobody knows what ${code} would say`,
    };
    return [judge({ finding: failed, check: () => [] }, report)];
  }
}

const rank = (severity: Severity) => severitySchema.options.indexOf(severity);

const byText = (a: string, b: string) => {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
};

/** Worst first; then by code, object and title, so that the order of the objects is nothing. */
const byWeight = ({ finding: a }: Judged, { finding: b }: Judged) =>
  rank(a.severity) - rank(b.severity) ||
  byText(a.code, b.code) ||
  byText(a.object.kind, b.object.kind) ||
  byText(a.object.name, b.object.name) ||
  byText(a.title, b.title) ||
  byText(a.cause, b.cause);

function sentenceOf(
  name: string,
  health: Health,
  judged: readonly Judged[],
  otherwise: string,
): string {
  const reason = judged.find(each => each.health === health)?.finding.title;
  return `${name} is ${health}: ${reason ?? otherwise}`;
}

function evaluateDeployment(
  deployment: KubernetesObject,
  surroundings: Surroundings,
  added: readonly Rule[],
): Verdict {
  const context = new DeploymentContext(deployment, surroundings);
  const judged = [
    ...builtInRules.flatMap(rule => judgementsOf(rule, context)),
    ...added.flatMap(rule => judgementsOfAdded(rule, context)),
  ].sort(byWeight);
  const { rollout } = context;
  const healths = [rollout.health, ...judged.map(({ health }) => health)];
  const health = worstHealth(healths);
  const known = worstHealth(healths.filter(each => each !== 'Unknown'));
  const stale = context.unreadable.filter(({ reason }) => reason === 'stale');
  const counted = (field: string) =>
    integerAt(deployment.json, 'status', field) ?? 0;
  const autoscaler = context.autoscalers.at(0);
  return {
    deployment: context.reference,
    health,
    sentence: sentenceOf(context.name, health, judged, rollout.message),
    observedAt: new Date(
      Math.min(
        surroundings.now,
        ...stale.flatMap(({ syncedAt }) => syncedAt?.getTime() ?? []),
      ),
    ).toISOString(),
    stale: stale.length > 0,
    ...(health === 'Unknown' ? { lastKnownHealth: known } : {}),
    replicas: {
      wanted: integerAt(deployment.json, 'spec', 'replicas') ?? 1,
      updated: counted('updatedReplicas'),
      ready: counted('readyReplicas'),
      available: counted('availableReplicas'),
    },
    ...(autoscaler === undefined
      ? {}
      : { autoscaler: describeAutoscaler(autoscaler) }),
    secrets: describeSecrets(context),
    findings: judged.map(({ finding }) => finding),
  };
}

/** What is said of a Deployment that should be there and is not at hand. */
function absent(
  { namespace, name }: { namespace: string; name: string },
  { complete, unreadable, now }: Surroundings,
): Verdict {
  const unread = unreadable.find(
    ({ kind, namespace: where }) =>
      kind === 'Deployment' && (where === undefined || where === namespace),
  );
  const missing = unread === undefined && complete.includes('Deployment');
  const { docs } = findingDefinition(
    missing ? 'DeploymentMissing' : 'KindUnreadable',
  );
  const object = { kind: 'Deployment', namespace, name };
  const health = missing ? 'Missing' : 'Unknown';
  const title = missing
    ? `Deployment ${name} is not in namespace ${namespace}`
    : 'Deployments could not be read';
  return {
    deployment: object,
    health,
    sentence: `${name} is ${health}: ${title}`,
    observedAt: new Date(now).toISOString(),
    stale: unread?.reason === 'stale',
    secrets: [],
    findings: [
      {
        code: missing ? 'DeploymentMissing' : 'KindUnreadable',
        severity: missing ? 'critical' : 'warning',
        object,
        title,
        cause: missing
          ? `The Deployments of namespace ${namespace} were read, and none is called ${name}.`
          : `Nothing is known of the Deployments of namespace ${namespace}${
              unread === undefined ? '' : `: ${unread.message || unread.reason}`
            }.`,
        evidence: unread === undefined ? {} : { reason: unread.reason },
        remedy: `${kubectl(
          { namespace },
          ...['get', 'deployments'],
        )}; apply the manifests of the instance again if it is gone`,
        docs,
      },
    ],
  };
}

/**
 * Judges every Deployment among the objects, and every one that is expected and not among them, by namespace and name.
 *
 * Pure: the same verdicts for the same input, whatever the order of its parts. Takes any JSON and never throws.
 *
 * @param rules - further rules, beside those of this package; one that throws is reported as `RuleFailed`
 *
 * @public
 */
export function evaluate(
  input: EvaluationInput,
  rules: readonly Rule[] = [],
): Verdict[] {
  const surroundings: Surroundings = {
    snapshot: new Snapshot(input.objects),
    complete: input.complete ?? [],
    secrets: input.secrets ?? [],
    unreadable: input.unreadable ?? [],
    expectations: input.expectations ?? [],
    now: input.now.getTime(),
  };
  const deployments = surroundings.snapshot.ofKind('apps', 'Deployment');
  const gone = surroundings.expectations.filter(
    ({ namespace, name }) =>
      !deployments.some(
        deployment =>
          deployment.namespace === namespace && deployment.name === name,
      ),
  );
  return [
    ...deployments.map(deployment =>
      evaluateDeployment(deployment, surroundings, rules),
    ),
    ...gone.map(expectation => absent(expectation, surroundings)),
  ].sort(
    ({ deployment: a }, { deployment: b }) =>
      byText(a.namespace ?? '', b.namespace ?? '') || byText(a.name, b.name),
  );
}
