import {
  generateRepository,
  parseInstance,
} from '@alexandriaproject/alexandria-manifests';
import type { InstanceRepository } from '@alexandriaproject/backstage-plugin-alexandria-common';
import { hostSays } from '../../form/__testUtils__/formApis';

/** Answers of an instance with a volume of its own size. */
export const present = {
  name: 'assistant',
  owner: 'group:default/payments',
  environments: [
    { name: 'dev', stage: 'development', storage: { size: '12Gi' } },
  ],
  repoUrl: 'git.example.com?owner=payments&repo=assistant',
};

/** `present` with another size of the volume. */
export const withStorage = (size: string) => ({
  ...present,
  environments: [{ ...present.environments[0], storage: { size } }],
});

/**
 * A repository as the backend gives it.
 *
 * @param edits - texts in place of those of the generator, by path
 */
export function repositoryOf(
  answers: object = present,
  edits: Record<string, (text: string) => string> = {},
): InstanceRepository {
  const parsed = parseInstance(answers);
  if (!parsed.ok) {
    throw new Error(JSON.stringify(parsed.issues));
  }
  return {
    entityRef: `component:default/${parsed.value.name}`,
    url: 'https://git.example.com/payments/assistant/src/branch/main/',
    commit: 'c0ffee0123456789',
    answers: { ...parsed.value },
    files: generateRepository(parsed.value).map(({ path, content }) => ({
      path,
      content: edits[path]?.(content) ?? content,
    })),
  };
}

/** The size of the volume was changed by hand in the values file. */
export const conflicting = () =>
  repositoryOf(present, {
    'values-dev.yaml': text => text.replace('12Gi', '15Gi'),
  });

/** A backend that gives repositories by the reference of the instance. */
export function backendWith(
  ...repositories: (InstanceRepository | Error)[]
): ReturnType<typeof hostSays> {
  const answer = [...repositories];
  return {
    ...hostSays({}),
    getInstanceRepository: jest.fn(async ({ entityRef }) => {
      const found =
        answer.find(
          each => !(each instanceof Error) && each.entityRef === entityRef,
        ) ?? answer[0];
      if (found instanceof Error) {
        throw found;
      }
      return found;
    }),
  };
}
