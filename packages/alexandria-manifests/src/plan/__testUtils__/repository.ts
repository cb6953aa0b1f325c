import type { InstanceInput } from '../../instance';
import { generateRepository } from '../../repository/generateRepository';
import { instanceOf } from '../../repository/__testUtils__/instances';
import { formatIssue } from '../../result';
import type { ChangePlan, PlanInput, PlannedFile } from '../ChangePlan';
import { planChange } from '../planChange';

/** A repository as the template makes it. */
export function repositoryOf(answers: InstanceInput): Map<string, string> {
  return new Map(
    generateRepository(instanceOf(answers)).map(({ path, content }) => [
      path,
      content,
    ]),
  );
}

/** The files with one of them edited. @throws Error when there is none, or the edit changes nothing */
export function edited(
  files: ReadonlyMap<string, string>,
  path: string,
  edit: (text: string) => string,
): Map<string, string> {
  const text = files.get(path);
  const after = edit(text ?? '');
  if (text === undefined || after === text) {
    throw new Error(`${path} was not edited`);
  }
  return new Map([...files, [path, after]]);
}

/** The files with a plan carried out. */
export function applied(
  files: ReadonlyMap<string, string>,
  plan: { files: readonly PlannedFile[] },
): Map<string, string> {
  const after = new Map(files);
  for (const { path, content } of plan.files) {
    if (content === undefined) {
      after.delete(path);
    } else {
      after.set(path, content);
    }
  }
  return after;
}

/** @throws Error with every issue */
export function planOf(
  files: PlanInput['files'],
  answers: unknown,
  decisions: PlanInput['decisions'] = [],
): ChangePlan {
  const plan = planChange({ files, answers, decisions });
  if (!plan.ok) {
    throw new Error(plan.issues.map(formatIssue).join('\n'));
  }
  return plan.value;
}
