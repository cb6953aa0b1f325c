import {
  generateRepository,
  parseInstance,
} from '@alexandriaproject/alexandria-manifests';
import type { InstanceRepositories } from '@alexandriaproject/backstage-plugin-alexandria-node';
import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';

/** Answers of an instance with a volume of its own size, on a Gitea `git.example.com`. */
export const present = {
  name: 'assistant',
  owner: 'group:default/payments',
  environments: [
    { name: 'dev', stage: 'development', storage: { size: '12Gi' } },
  ],
  delivery: { manifests: 'both', gitops: 'argocd', ci: 'gitea' },
  repoUrl: 'git.example.com?owner=payments&repo=assistant',
};

/** `present` with another size of the volume. */
export const withStorage = (size: string) => ({
  ...present,
  environments: [{ ...present.environments[0], storage: { size } }],
});

/** The reference of the entity whose repository is given. */
export const ENTITY_REF = 'component:default/assistant';

/** The repository as it is generated from answers. */
export function generated(answers: object = present): Map<string, string> {
  const parsed = parseInstance(answers);
  if (!parsed.ok) {
    throw new Error(JSON.stringify(parsed.issues));
  }
  return new Map(
    generateRepository(parsed.value).map(({ path, content }) => [
      path,
      content,
    ]),
  );
}

/** A repository with these files, for whoever may change the instance. */
export function repositoriesOf(
  files: Map<string, string>,
  url = 'https://git.example.com/payments/assistant/src/branch/main/',
): InstanceRepositories {
  return {
    read: jest.fn(async (_ref, { isWanted }) => ({
      entity: { kind: 'Component', metadata: { name: 'assistant' } } as Entity,
      ...{ url, commit: 'c0ffee' },
      files: new Map([...files].filter(([path]) => isWanted(path))),
    })),
  };
}

/** Runs an action. @returns what it put out, by name */
export async function outputsOf(
  action: TemplateAction<JsonObject, JsonObject>,
  input: JsonObject,
  workspacePath: string,
): Promise<Record<string, unknown>> {
  const outputs: Record<string, unknown> = {};
  await action.handler({
    ...createMockActionContext<JsonObject, JsonObject>({
      ...{ input, workspacePath, logger: mockServices.logger.mock() },
    }),
    output: (key, value) => {
      outputs[String(key)] = value;
    },
  });
  return outputs;
}
