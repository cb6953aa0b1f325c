import { parseInstance } from '../instance';
import { CHART } from '../objects/chart';
import { readRecord } from '../repository/readRecord';
import type { Issue, Result } from '../result';
import type { ChangePlan, PlanInput } from './ChangePlan';
import { DecisionBook } from './DecisionBook';
import { environmentChanges } from './environmentChanges';
import { fieldChanges } from './fieldChanges';
import { mergeRepository } from './mergeRepository';
import { steps } from './steps';

const fail = (issues: Issue[]): Result<never> => ({
  ok: false,
  issues,
  warnings: [],
});

/**
 * Plans a change of a repository: what the generator gives for the new answers, merged with what people edited by hand since it
 * was generated. Nothing edited by hand is ever replaced without a decision.
 *
 * Refused are answers that are not accepted, and repositories whose `.alexandria/instance.yaml` cannot be read or was written by a
 * later version. Decisions that no conflict needs are warnings.
 *
 * @public
 */
export function planChange({
  files,
  answers,
  decisions = [],
}: PlanInput): Result<ChangePlan> {
  const record = readRecord(files);
  const parsed = parseInstance(answers);
  if (!record.ok || !parsed.ok) {
    return fail([record, parsed].flatMap(each => (each.ok ? [] : each.issues)));
  }
  const { generatorVersion, instance } = record.value;
  if (parsed.value.name !== instance.name) {
    return fail([
      {
        path: 'name',
        message:
          'must stay as it is: the catalog and every label know the instance by it',
        given: JSON.stringify(parsed.value.name),
        remedy: `Write ${JSON.stringify(
          instance.name,
        )}, or make a new instance`,
      },
    ]);
  }
  const book = new DecisionBook(decisions);
  const merged = mergeRepository(
    files,
    record.value,
    parsed.value,
    (path, field) => book.decided(path, field),
  );
  const sides = { before: merged.before.plan, after: merged.after.plan };
  const environments = environmentChanges(
    sides,
    merged,
    files,
    generatorVersion,
  );
  return {
    ok: true,
    value: {
      instance: instance.name,
      answers: parsed.value,
      answerChanges: fieldChanges(instance, parsed.value),
      files: merged.files,
      kept: merged.kept,
      conflicts: merged.conflicts,
      issues: merged.issues,
      environments,
      ...(generatorVersion === CHART.version
        ? {}
        : { upgrade: { from: generatorVersion, to: CHART.version } }),
      steps: steps(sides, environments),
    },
    warnings: [...parsed.warnings, ...book.unused()],
  };
}
