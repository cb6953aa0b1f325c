import {
  mayBeGenerated,
  planChange,
  readAnswers,
  type ChangePlan,
  type Decision,
  type Instance,
} from '@alexandriaproject/alexandria-manifests';
import type {
  InstanceRepositories,
  InstanceRepository,
} from '@alexandriaproject/backstage-plugin-alexandria-node';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { JsonObject, JsonValue } from '@backstage/types';
import { z } from 'zod';
import { rejected } from './rejected';

const decisionsSchema = z
  .array(
    z.object({
      path: z.string(),
      field: z.string().optional(),
      take: z.enum(['theirs', 'ours']),
    }),
  )
  .max(10_000);

/** The reference of the entity that an action is asked about. */
export function entityRefOf(given: JsonValue | undefined): string {
  if (typeof given !== 'string' || given === '') {
    throw new InputError(
      'entityRef: must be the reference of the instance in the catalog, such as component:default/assistant',
    );
  }
  return given;
}

/** What was decided about conflicts. */
export function decisionsOf(given: JsonValue | undefined): Decision[] {
  const parsed = decisionsSchema.safeParse(given ?? []);
  if (!parsed.success) {
    throw new InputError(
      parsed.error.issues
        .map(({ path, message }) => `decisions.${path.join('.')}: ${message}`)
        .join('; '),
    );
  }
  return parsed.data;
}

/**
 * Reads the repository of an instance, for somebody who may change it, and its present answers.
 *
 * @throws what InstanceRepositories throw, and InputError when the answers cannot be read
 */
export async function readInstance(
  repositories: InstanceRepositories,
  entityRef: string,
  options: { credentials: BackstageCredentials; signal?: AbortSignal },
): Promise<InstanceRepository & { present: Instance }> {
  const repository = await repositories.read(entityRef, {
    ...options,
    isWanted: mayBeGenerated,
  });
  const present = readAnswers(repository.files);
  if (!present.ok) {
    throw rejected(`The repository ${repository.url}`, present.issues);
  }
  return { ...repository, present: present.value };
}

/** The new answers; where the repository is stays as it is unless they say otherwise. */
function withRepoUrl(answers: JsonValue | undefined, present: Instance) {
  return typeof answers === 'object' &&
    answers !== null &&
    !Array.isArray(answers)
    ? { repoUrl: present.repoUrl, ...answers }
    : answers;
}

/**
 * Plans a change of an instance.
 *
 * @param input - `entityRef`, `answers` and `decisions`, of any shape
 * @throws what {@link readInstance} throws, and InputError with everything that is wrong with the answers
 */
export async function planInstance(
  repositories: InstanceRepositories,
  input: JsonObject,
  options: { credentials: BackstageCredentials; signal?: AbortSignal },
): Promise<{
  repository: InstanceRepository & { present: Instance };
  plan: ChangePlan;
  warnings: string[];
}> {
  const entityRef = entityRefOf(input.entityRef);
  const decisions = decisionsOf(input.decisions);
  const repository = await readInstance(repositories, entityRef, options);
  const planned = planChange({
    files: repository.files,
    answers: withRepoUrl(input.answers, repository.present),
    decisions,
  });
  if (!planned.ok) {
    throw rejected('The answers', planned.issues);
  }
  return {
    repository,
    plan: planned.value,
    warnings: planned.warnings.map(({ path, message }) =>
      `${path} ${message}`.trim(),
    ),
  };
}

/** One sentence about what a plan does. */
export function summaryOf(plan: ChangePlan): string {
  if (plan.files.length === 0) {
    return 'Nothing changes';
  }
  const environments = plan.environments.filter(
    ({ action }) => action !== 'none',
  );
  const restarts = plan.environments.reduce(
    (sum, each) => sum + each.restarts.length,
    0,
  );
  const open = plan.conflicts.filter(({ decision }) => !decision).length;
  return [
    `${plan.files.length} ${plan.files.length === 1 ? 'file' : 'files'}`,
    environments.length > 0 &&
      `environments ${environments.map(({ name }) => name).join(', ')}`,
    restarts > 0 &&
      `${restarts} ${
        restarts === 1 ? 'Deployment restarts' : 'Deployments restart'
      }`,
    open > 0 && `${open} ${open === 1 ? 'conflict' : 'conflicts'} to decide`,
  ]
    .filter(Boolean)
    .join('; ');
}
