import {
  Finding,
  Health,
  Severity,
  severitySchema,
} from '@alexandriaproject/backstage-plugin-alexandria-common';
import { findingDefinition } from '../findings/catalogue';
import type { DeploymentContext } from './DeploymentContext';
import { byText } from './objects/byText';
import type { Report, Rule } from './Rule';
import { builtInRules } from './rules';
import { quoted, withMessage } from './texts';

/** A finding, and what it does to the health of the Deployment. */
export interface Judgement {
  finding: Finding;
  health: Health;
  /** Since when it is so, as its rule says; milliseconds since the epoch. */
  since?: number;
}

function judge({ finding }: Rule, report: Report): Judgement {
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
    since: report.since,
  };
}

const judgementsOfRule = (
  rule: Rule,
  context: DeploymentContext,
): Judgement[] => [...rule.check(context)].map(report => judge(rule, report));

/** An adopter's rule that throws is a finding, so that all others are still heard. */
function judgementsOfAdded(
  rule: Rule,
  context: DeploymentContext,
): Judgement[] {
  try {
    return judgementsOfRule(rule, context);
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

/** Worst first; then by code, object and title, so that the order of the objects is nothing. */
const byWeight = ({ finding: a }: Judgement, { finding: b }: Judgement) =>
  rank(a.severity) - rank(b.severity) ||
  byText(a.code, b.code) ||
  byText(a.object.kind, b.object.kind) ||
  byText(a.object.name, b.object.name) ||
  byText(a.title, b.title) ||
  byText(a.cause, b.cause);

/**
 * What the rules say of a Deployment, worst first.
 *
 * @param added - rules of an adopter, beside those of this package
 */
export const judgementsOf = (
  context: DeploymentContext,
  added: readonly Rule[],
): Judgement[] =>
  [
    ...builtInRules.flatMap(rule => judgementsOfRule(rule, context)),
    ...added.flatMap(rule => judgementsOfAdded(rule, context)),
  ].sort(byWeight);
