import { parseInstance } from '@alexandriaproject/alexandria-manifests';
import type { Instance, Issue } from '@alexandriaproject/alexandria-manifests';

const OF_ENVIRONMENT = /^environments\[(\d+)\]/;

/**
 * The instance without the environments that something is wrong with: what is asked for on a later page must not hide
 * the others.
 *
 * @param issues - everything wrong with the answers
 * @returns undefined when something else is wrong too, or no environment is left
 */
export function completeEnvironments(
  answers: unknown,
  issues: readonly Issue[],
): Instance | undefined {
  const wrong = issues.map(({ path }) => OF_ENVIRONMENT.exec(path)?.[1]);
  if (
    typeof answers !== 'object' ||
    answers === null ||
    !('environments' in answers) ||
    !Array.isArray(answers.environments) ||
    wrong.includes(undefined)
  ) {
    return undefined;
  }
  const environments = answers.environments.filter(
    (_, index) => !wrong.includes(String(index)),
  );
  if (environments.length === 0) {
    return undefined;
  }
  const parsed = parseInstance({ ...answers, environments });
  return parsed.ok ? parsed.value : undefined;
}
