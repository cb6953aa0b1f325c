import { firstIssues, Issue, Result } from '../result';
import {
  describeIssues,
  gitopsIssues,
  resolveValues,
  sizeIssues,
} from '../values';
import { answerPath } from './answerPath';
import { instanceSchema, type Instance } from './instanceSchema';
import { releaseForEnvironment } from './names';
import { instanceIssues } from './rules';
import { valuesForEnvironment } from './valuesForEnvironment';

function inAnswers(issue: Issue, environment: string): Issue {
  const path = answerPath(issue.path, environment);
  return {
    path,
    message: `${issue.path} ${issue.message}`,
    ...(issue.remedy === undefined ? {} : { remedy: issue.remedy }),
  };
}

function unique(issues: Issue[]): Issue[] {
  const seen = new Set<string>();
  return issues.filter(issue => {
    const key = JSON.stringify([issue.path, issue.message]);
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * Reads answers: fields, rules between them, and the values that follow for every environment. Everything wrong is
 * reported at once, under the path of the answer that decides it.
 *
 * @public
 */
export function parseInstance(input: unknown): Result<Instance> {
  const tooLarge = sizeIssues(input);
  if (tooLarge.length > 0) {
    return { ok: false, issues: tooLarge, warnings: [] };
  }
  const parsed = instanceSchema.safeParse(input);
  if (!parsed.success) {
    return {
      ok: false,
      issues: describeIssues(parsed.error.issues, instanceSchema, input),
      warnings: [],
    };
  }
  const instance = parsed.data;
  const issues = instanceIssues(instance);
  // Values are looked up by the environment's name, so they mean something only once names are unique.
  if (issues.some(({ path }) => /^environments\[\d+\]\.name$/.test(path))) {
    return { ok: false, issues, warnings: [] };
  }
  const known = new Set(issues.map(({ path }) => path));
  const warnings: Issue[] = [];
  instance.environments.forEach(({ name }, index) => {
    const at = `environments[${index}]`;
    const values = resolveValues(
      [valuesForEnvironment(instance, name)],
      releaseForEnvironment(instance, name),
    );
    const found = values.ok ? gitopsIssues(values.value) : values.issues;
    issues.push(
      ...found
        .map(issue => inAnswers(issue, at))
        // A rule on the answers says the same in the form's own words.
        .filter(({ path }) => !known.has(path)),
    );
    warnings.push(...values.warnings.map(issue => inAnswers(issue, at)));
  });
  return issues.length === 0
    ? { ok: true, value: instance, warnings: unique(warnings) }
    : {
        ok: false,
        issues: firstIssues(unique(issues)),
        warnings: unique(warnings),
      };
}
