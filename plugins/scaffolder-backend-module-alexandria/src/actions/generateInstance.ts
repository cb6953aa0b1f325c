import {
  evaluateChecklist,
  formatIssue,
  generateRepository,
  instanceJsonSchema,
  nextSteps,
  parseInstance,
  resolveValues,
  releaseForEnvironment,
  valuesForEnvironment,
  type ChecklistItem,
  type Instance,
} from '@alexandriaproject/alexandria-manifests';
import { writeWorkspaceFiles } from '@alexandriaproject/workspace-files';
import { InputError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { NameCheck } from '../createNameCheck';
import { documentationSchema } from '../documentationSchema';
import { rejected } from '../rejected';
import { generateInstanceExamples } from './generateInstance.examples';

/** An open point of the production checklist, with the environment it is about. */
type OpenPoint = Pick<
  ChecklistItem,
  'id' | 'title' | 'severity' | 'paths' | 'why' | 'fix'
> & { environment: string };

const outputSchema = {
  type: 'object',
  properties: {
    name: { type: 'string', description: 'Name of the instance' },
    description: { type: 'string', description: 'For the repository' },
    files: {
      type: 'array',
      items: { type: 'string' },
      description: 'Paths of the repository, relative to targetPath, sorted',
    },
    provider: {
      type: 'string',
      description:
        "Type of the host in repoUrl, as the portal's integrations have it: github, gitlab, gitea, azure, bitbucketCloud, bitbucketServer or gerrit; empty without a repoUrl",
    },
    openPoints: {
      type: 'array',
      items: { type: 'object' },
      description:
        'Points of the production checklist that are open, per environment: {environment, id, title, severity, paths, why, fix}',
    },
    nextSteps: {
      type: 'string',
      description: 'Markdown: what to do next, with commands',
    },
  },
} as const;

function openPoints(instance: Instance): OpenPoint[] {
  return instance.environments.flatMap(({ name: environment }) => {
    const release = releaseForEnvironment(instance, environment);
    const values = resolveValues(
      [valuesForEnvironment(instance, environment)],
      release,
    );
    if (!values.ok) {
      return [];
    }
    return evaluateChecklist(values.value, release)
      .filter(item => item.state === 'open')
      .map(({ id, title, severity, paths, why, fix }) => ({
        environment,
        id,
        title,
        severity,
        paths,
        why,
        fix,
      }));
  });
}

function providerOf(
  integrations: ScmIntegrationRegistry,
  repoUrl: string | undefined,
): string {
  if (!repoUrl) {
    return '';
  }
  const [host] = repoUrl.split('?', 1);
  const integration = integrations.byHost(host);
  if (!integration) {
    const known = integrations
      .list()
      .map(({ title }) => title)
      .sort();
    throw rejected('The answers', [
      {
        path: 'repoUrl',
        message: 'the portal has no integration for this host',
        given: JSON.stringify(host),
        remedy: `Choose one of ${known.join(', ')}`,
      },
    ]);
  }
  return integration.type;
}

/** Whatever the answers are: it is parseInstance that says what is wrong with them. */
function withRepoUrl(
  answers: JsonValue | undefined,
  repoUrl: JsonValue | undefined,
): unknown {
  return typeof answers === 'object' &&
    answers !== null &&
    !Array.isArray(answers) &&
    repoUrl !== undefined
    ? { ...answers, repoUrl }
    : answers;
}

/** Makes `alexandria:instance:generate`: from the answers of the form to a whole repository in the workspace. */
export function createGenerateInstanceAction(services: {
  integrations: ScmIntegrationRegistry;
  nameCheck: NameCheck;
}): TemplateAction<JsonObject, JsonObject> {
  return {
    id: 'alexandria:instance:generate',
    description:
      'Generates the repository of an Alexandria instance in the workspace: Helm chart, values, Kustomize manifests, GitOps definitions, catalog-info.yaml and documentation.',
    examples: generateInstanceExamples,
    supportsDryRun: true,
    schema: {
      input: {
        type: 'object',
        required: ['answers'],
        properties: {
          answers: {
            ...documentationSchema(instanceJsonSchema() as JsonObject),
            type: 'object',
            title: 'Answers',
            description: 'The answers of the form',
          },
          repoUrl: {
            type: 'string',
            title: 'Repository',
            description:
              'Where the repository will be published, as a RepoUrlPicker gives it. Wins over the repoUrl of the answers.',
          },
          targetPath: {
            type: 'string',
            title: 'Target path',
            description:
              'Directory of the workspace that receives the files; the workspace itself when omitted',
          },
          checkName: {
            type: 'boolean',
            title: 'Check the name',
            description:
              'Refuse a name that the catalog, or a repository that the host, already has; true when omitted',
          },
        },
      },
      output: outputSchema,
    },
    async handler(ctx) {
      const { repoUrl, targetPath = '.', checkName = true } = ctx.input;
      if (typeof targetPath !== 'string' || typeof checkName !== 'boolean') {
        throw new InputError(
          'targetPath must be a string, checkName true or false',
        );
      }
      const answers = withRepoUrl(ctx.input.answers, repoUrl);
      ctx.signal?.throwIfAborted();
      ctx.logger.info('Checking the answers');
      const parsed = parseInstance(answers);
      if (!parsed.ok) {
        throw rejected('The answers', parsed.issues);
      }
      parsed.warnings.forEach(warning => ctx.logger.warn(formatIssue(warning)));
      const instance = parsed.value;
      const provider = providerOf(services.integrations, instance.repoUrl);

      if (checkName) {
        ctx.logger.info(
          `Checking that the name ${instance.name} is free in the catalog and on the host`,
        );
        const { taken, unknown } = await services.nameCheck.check(instance, {
          credentials: await ctx.getInitiatorCredentials(),
          signal: ctx.signal,
        });
        if (taken.length > 0) {
          throw rejected('The answers', taken);
        }
        unknown.forEach(issue => ctx.logger.warn(formatIssue(issue)));
      }

      const environments = instance.environments.map(({ name }) => name);
      ctx.logger.info(`Rendering ${environments.join(', ')}`);
      const files = generateRepository(instance);
      ctx.signal?.throwIfAborted();

      const { written, unchanged } = await writeWorkspaceFiles(
        ctx.workspacePath,
        files.map(file => ({
          path: `${targetPath}/${file.path}`,
          content: file.content,
        })),
        { signal: ctx.signal },
      );
      ctx.logger.info(
        `Wrote ${written.length} files${
          unchanged.length > 0 ? `, ${unchanged.length} were there already` : ''
        }`,
      );

      const open = openPoints(instance);
      for (const point of open.filter(({ severity }) => severity === 'must')) {
        ctx.logger.warn(
          `${point.environment}, before production: ${point.title}. ${point.fix}`,
        );
      }
      ctx.output('name', instance.name);
      ctx.output(
        'description',
        instance.description || `Alexandria instance ${instance.name}`,
      );
      ctx.output(
        'files',
        files.map(file => file.path),
      );
      ctx.output('provider', provider);
      ctx.output('openPoints', open);
      ctx.output('nextSteps', nextSteps(instance));
    },
  };
}
