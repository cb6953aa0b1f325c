import {
  changedFiles,
  describePlan,
} from '@alexandriaproject/alexandria-manifests';
import type { InstanceRepositories } from '@alexandriaproject/backstage-plugin-alexandria-node';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { JsonObject } from '@backstage/types';
import { planInstance, summaryOf } from '../planInstance';
import { rejected } from '../rejected';

/** Neither changes anything: what they make is in their output. */
const READ_ONLY = { readOnly: true, destructive: false, idempotent: true };

const EXAMPLE = {
  entityRef: 'component:default/payments-assistant',
  answers: {
    name: 'payments-assistant',
    owner: 'group:default/payments',
    environments: [{ name: 'dev', stage: 'development', replicas: 1 }],
  },
};

type Schema = Parameters<
  Parameters<ActionsRegistryService['register']>[0]['schema']['input']
>[0];

const input = (z: Schema) =>
  z.object({
    entityRef: z
      .string()
      .describe('The instance, such as component:default/assistant'),
    answers: z
      .record(z.unknown())
      .describe(
        'All answers as they are to be, not only those that change: those of the repository are replaced. Whatever is wrong is reported at once, with paths.',
      ),
    decisions: z
      .array(
        z.object({
          path: z.string(),
          field: z.string().optional(),
          take: z.enum(['theirs', 'ours']),
        }),
      )
      .optional()
      .describe(
        'About conflicts that an earlier plan has named: theirs keeps what is in the repository, ours takes the new answers; no field means all of the file',
      ),
  });

/**
 * Offers to callers without a workspace what a change of an instance would do: the portal's MCP server, its CLI and other plugins.
 * They need the same permission as the form, `alexandria.instance.change` of the instance.
 */
export function registerChangeActions(
  registry: Pick<ActionsRegistryService, 'register'>,
  repositories: InstanceRepositories,
) {
  registry.register({
    name: 'plan-alexandria-instance',
    title: 'Plan a change of an Alexandria instance',
    description:
      'Says what other answers would change of an Alexandria instance, from its repository as it is: files, objects of each environment, what restarts, and which changes by hand are in the way. Changes nothing.',
    attributes: READ_ONLY,
    schema: {
      input,
      output: z =>
        z.object({
          summary: z.string().describe('One sentence'),
          description: z.string().describe('Markdown'),
          hasChanges: z.boolean(),
          restarts: z.array(
            z.object({
              environment: z.string(),
              namespace: z.string(),
              deployment: z.string(),
              strategy: z.string(),
            }),
          ),
          conflicts: z.array(
            z.object({
              path: z.string(),
              field: z.string(),
              remedy: z.string(),
              isDecided: z.boolean(),
            }),
          ),
        }),
    },
    examples: [{ title: 'One replica', input: EXAMPLE }],
    action: async ({ input: given, credentials }) => {
      const { plan } = await planInstance(repositories, given as JsonObject, {
        credentials,
      });
      return {
        output: {
          summary: summaryOf(plan),
          description: describePlan(plan),
          hasChanges: plan.files.length > 0,
          restarts: plan.environments.flatMap(({ name, restarts }) =>
            restarts.map(({ namespace, deployment, strategy }) => ({
              ...{ environment: name, namespace, deployment, strategy },
            })),
          ),
          conflicts: plan.conflicts.map(
            ({ path, field, remedy, decision }) => ({
              ...{ path, field, remedy, isDecided: decision !== undefined },
            }),
          ),
        },
      };
    },
  });

  registry.register({
    name: 'update-alexandria-instance',
    title: 'Prepare a change of an Alexandria instance',
    description:
      'Gives the files that other answers change of an Alexandria instance, merged with what was changed by hand, and the description of a pull request. Refuses while a conflict is not decided. Publishes nothing.',
    attributes: READ_ONLY,
    schema: {
      input,
      output: z =>
        z.object({
          url: z.string().describe('The repository'),
          commit: z.string().describe('What the change is based on'),
          written: z.array(z.object({ path: z.string(), content: z.string() })),
          removed: z.array(z.string()).describe('Paths to delete'),
          description: z.string().describe('Markdown'),
        }),
    },
    examples: [{ title: 'One replica', input: EXAMPLE }],
    action: async ({ input: given, credentials }) => {
      const { plan, repository } = await planInstance(
        repositories,
        given as JsonObject,
        { credentials },
      );
      const changed = changedFiles(plan);
      if (!changed.ok) {
        throw rejected('The change', changed.issues);
      }
      return {
        output: {
          ...{ url: repository.url, commit: repository.commit },
          ...changed.value,
          description: describePlan(plan),
        },
      };
    },
  });
}
