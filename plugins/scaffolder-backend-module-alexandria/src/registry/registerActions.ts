import {
  evaluateChecklist,
  generateRepository,
  gitopsIssues,
  nextSteps,
  parseInstance,
  renderObjects,
  writeYamlDocuments,
} from '@alexandriaproject/alexandria-manifests';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { rejected } from '../rejected';
import { readValues, releaseOf, valuesInputSchema } from '../readValues';

/** None of the three changes anything: what they make is in their output. */
const READ_ONLY = { readOnly: true, destructive: false, idempotent: true };

const LEAST_ANSWERS = {
  name: 'payments-assistant',
  owner: 'group:default/payments',
  environments: [{ name: 'dev', stage: 'development' }],
};

/**
 * Offers the actions to callers without a workspace: the portal's MCP server, its CLI and other plugins. They take and
 * return text instead of files.
 */
export function registerActions(
  registry: Pick<ActionsRegistryService, 'register'>,
) {
  registry.register({
    name: 'generate-alexandria-instance',
    title: 'Generate an Alexandria instance',
    description:
      'Generates the files of the repository of an Alexandria instance from the answers of the "New Alexandria instance" form. Returns them; nothing is published.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          answers: z
            .record(z.unknown())
            .describe(
              'The answers: name (DNS label), owner (entity ref), environments [{name, stage: development|staging|production, cluster, namespace, host, size, database, imageTag, …}], and optionally system, description, images, access, llmBackends, secrets, exposure, observability, delivery, repoUrl. Whatever is wrong is reported at once, with paths.',
            ),
        }),
      output: z =>
        z.object({
          files: z.array(z.object({ path: z.string(), content: z.string() })),
          nextSteps: z.string().describe('Markdown'),
        }),
    },
    examples: [
      {
        title: 'One development environment',
        input: { answers: LEAST_ANSWERS },
      },
    ],
    action: async ({ input }) => {
      const parsed = parseInstance(input.answers);
      if (!parsed.ok) {
        throw rejected('The answers', parsed.issues);
      }
      return {
        output: {
          files: generateRepository(parsed.value),
          nextSteps: nextSteps(parsed.value),
        },
      };
    },
  });

  registry.register({
    name: 'render-alexandria-manifests',
    title: 'Render Alexandria manifests',
    description:
      'Renders the Kubernetes manifests of Alexandria from values of the chart alexandria-ee, as `helm template` would. Refuses values with secrets in them.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          values: z.record(z.unknown()).describe('Values of the chart'),
          release: valuesInputSchema.release(z),
          namespace: valuesInputSchema.namespace(z),
        }),
      output: z => z.object({ manifests: z.string().describe('YAML') }),
    },
    examples: [
      {
        title: 'A development instance',
        input: { values: { auth: { existingSecret: 'alexandria-auth' } } },
      },
    ],
    action: async ({ input }) => {
      const read = await readValues(input);
      const issues = read.ok ? gitopsIssues(read.value) : read.issues;
      if (!read.ok || issues.length > 0) {
        throw rejected('The values', issues);
      }
      return {
        output: {
          manifests: writeYamlDocuments(
            renderObjects(read.value, releaseOf(input)),
          ),
        },
      };
    },
  });

  registry.register({
    name: 'validate-alexandria-values',
    title: 'Validate Alexandria values',
    description:
      'Validates values of the chart alexandria-ee: schema, rules over several values, and the production checklist.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          values: z.record(z.unknown()).describe('Values of the chart'),
          release: valuesInputSchema.release(z),
          namespace: valuesInputSchema.namespace(z),
        }),
      output: z =>
        z.object({
          accepted: z.boolean(),
          issues: z.array(
            z.object({
              path: z.string(),
              message: z.string(),
              given: z.string().optional(),
              remedy: z.string().optional(),
            }),
          ),
          checklist: z.array(
            z.object({
              id: z.string(),
              title: z.string(),
              severity: z.string(),
              state: z.string(),
              paths: z.array(z.string()),
              why: z.string(),
              fix: z.string(),
            }),
          ),
        }),
    },
    examples: [{ title: 'The defaults', input: { values: {} } }],
    action: async ({ input }) => {
      const read = await readValues(input);
      return {
        output: {
          accepted: read.ok,
          issues: read.ok ? [] : read.issues,
          checklist: read.ok
            ? evaluateChecklist(read.value, releaseOf(input))
            : [],
        },
      };
    },
  });
}
