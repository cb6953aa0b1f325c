import type { Verdict } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { absentVerdict } from './absentVerdict';
import { DeploymentContext } from './DeploymentContext';
import type { EvaluationInput } from './EvaluationInput';
import { byText } from './objects/byText';
import type { Rule } from './Rule';
import { surroundingsOf } from './surroundingsOf';
import { verdictOf } from './verdictOf';

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
  const surroundings = surroundingsOf(input);
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
      verdictOf(new DeploymentContext(deployment, surroundings), rules),
    ),
    ...gone.map(expectation => absentVerdict(expectation, surroundings)),
  ].sort(
    ({ deployment: a }, { deployment: b }) =>
      byText(a.namespace ?? '', b.namespace ?? '') || byText(a.name, b.name),
  );
}
